import type { MessageView } from '@bridge/model/evidence.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { ActionIcon, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { MomentText } from '../../components/DateText.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { formatSize } from '../../lib/format-number.ts'
import { zoneHere } from '../../lib/zone-here.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { AuthenticitySection } from './authenticity/AuthenticitySection.tsx'
import { CopiesSection } from './CopiesSection.tsx'
import { CharsetSection } from './charset/CharsetSection.tsx'
import { ForumSection } from './ForumSection.tsx'
import { Origin, SourcePlace } from './Origin.tsx'
import classes from './Standing.module.css'
import { StatementCard } from './StatementCard.tsx'
import { ThreadSection } from './ThreadSection.tsx'
import { TranslationsSection } from './translations/TranslationsSection.tsx'

const NONE = '00000000-0000-4000-8000-000000000000'

interface StandingProps {
  caseId: string
  messageId: string | undefined
  statements: readonly Statement[]
}

/** What the open message is worth: statements, exhibits, what was noticed, its original and its custody. */
export function Standing({ caseId, messageId, statements }: StandingProps) {
  const words = useWords()
  const { side } = words.evidence
  const { data } = useQuery(
    'evidence.get',
    { messageId: messageId ?? NONE },
    { enabled: messageId !== undefined },
  )
  if (!messageId || !data) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={classes.side} tabIndex={0}>
      <ForumSection caseId={caseId} messageId={messageId} channel={data.channel} />
      <section>
        <h3>{side.statements}</h3>
        {statements.length === 0 && <p className={classes.soft}>{side.noStatements}</p>}
        {statements.map((statement) => (
          <StatementCard key={statement.id} caseId={caseId} statement={statement} />
        ))}
      </section>
      <AuthenticitySection key={data.id} caseId={caseId} message={data} />
      <section>
        <h3>{side.exhibits}</h3>
        {data.exhibitNumbers.length === 0 ? (
          <p className={classes.soft}>{side.noExhibits}</p>
        ) : (
          <p className={classes.numbers}>{data.exhibitNumbers.join(', ')}</p>
        )}
      </section>
      {data.warnings.length > 0 && (
        <section>
          <h3>{side.warnings}</h3>
          {data.warnings.map((warning) => (
            <Notice key={warning} kind="look" title={words.terms.warning[warning]} />
          ))}
        </section>
      )}
      <TranslationsSection key={`translations ${data.id}`} message={data} />
      {data.form === 'mail' && !data.unreadable && (
        <CharsetSection key={`charset ${data.id}`} caseId={caseId} message={data} />
      )}
      <ThreadSection caseId={caseId} messageId={data.id} />
      <CopiesSection caseId={caseId} messageId={data.id} />
      <Original message={data} />
      <Custody message={data} />
    </div>
  )
}

function Original({ message }: { message: MessageView }) {
  const words = useWords()
  const { side } = words.evidence
  const locale = useLocale()
  return (
    <section>
      <h3>{side.integrity}</h3>
      <dl className={classes.facts}>
        <dt>{side.hash}</dt>
        <dd>
          <code className={classes.hash}>{message.originalSha256}</code>
          <CopyButton value={message.originalSha256}>
            {({ copied, copy }) => (
              <ActionIcon
                size={20}
                aria-label={copied ? words.app.copied : `${words.app.copy}: ${side.hash}`}
                onClick={copy}
              >
                {copied ? (
                  <IconCheck size={14} aria-hidden="true" />
                ) : (
                  <IconCopy size={14} aria-hidden="true" />
                )}
              </ActionIcon>
            )}
          </CopyButton>
        </dd>
        <dt>{side.size}</dt>
        <dd>{formatSize(message.originalSizeBytes, locale)}</dd>
      </dl>
    </section>
  )
}

function Custody({ message }: { message: MessageView }) {
  const words = useWords()
  const { side } = words.evidence
  return (
    <section>
      <h3>{side.custody}</h3>
      <ol className={classes.custody}>
        {message.intakes.map((line) => (
          <li key={line.id}>
            <MomentText at={line.takenAt} zoneMinutes={zoneHere(line.takenAt)} /> ·{' '}
            {words.terms.outcome[line.outcome]}
            <div className={classes.source}>
              <SourcePlace line={line} />
            </div>
            <Origin line={line} />
          </li>
        ))}
      </ol>
    </section>
  )
}
