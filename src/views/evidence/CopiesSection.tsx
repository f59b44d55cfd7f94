import type { Copy, Twin } from '@bridge/model/finding.ts'
import { Link } from 'wouter'
import { MomentText } from '../../components/DateText.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ThreadSection.module.css'

interface CopiesSectionProps {
  caseId: string
  messageId: string
}

/** What of the open message came more than once: other copies of it, and files of it that came by themselves or with others. */
export function CopiesSection({ caseId, messageId }: CopiesSectionProps) {
  const words = useWords().finding.copies
  const { data } = useQuery('finding.listCopies', { messageId })
  if (!data) return null
  const { copies, attachedTo, alsoAlone } = data
  if (copies.length + attachedTo.length + alsoAlone.length === 0) return null
  return (
    <section>
      <h3>{words.title}</h3>
      {copies.length > 0 && (
        <>
          <p className={classes.soft}>{words.explain}</p>
          <ul className={classes.thread}>
            {copies.map((copy) => (
              <li key={copy.message.id}>
                <CopyLine caseId={caseId} copy={copy} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Twins {...{ caseId, title: words.attachedTo, twins: attachedTo }} />
      <Twins {...{ caseId, title: words.alsoAlone, twins: alsoAlone }} />
    </section>
  )
}

function CopyLine({ caseId, copy }: { caseId: string; copy: Copy }) {
  const words = useWords().finding.copies
  const { message, sameText, sameAttachments, receivedAt, sourceName } = copy
  return (
    <Link href={`/cases/${caseId}/evidence/${message.id}`} className={classes.entry}>
      <span className={classes.subject}>{sourceName}</span>
      <span className={classes.soft}>
        {sameText ? words.sameText : words.otherText} · {sameAttachments ? words.sameFiles : words.otherFiles}
        {receivedAt && (
          <>
            {' '}
            · <MomentText at={receivedAt} />
          </>
        )}
      </span>
    </Link>
  )
}

function Twins({ caseId, title, twins }: { caseId: string; title: string; twins: readonly Twin[] }) {
  const words = useWords().evidence
  if (twins.length === 0) return null
  return (
    <>
      <p className={classes.soft}>{title}</p>
      <ul className={classes.thread}>
        {twins.map(({ message, fileName }) => (
          <li key={`${message.id} ${fileName}`}>
            <Link href={`/cases/${caseId}/evidence/${message.id}`} className={classes.entry}>
              <span className={classes.subject}>{message.subject || fileName || words.noSubject}</span>
              <span className={classes.soft}>
                {fileName} · <MomentText at={message.sentAt} zoneMinutes={message.sentZoneMinutes} dayOnly />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
