import type { ThreadEntry } from '@bridge/model/finding.ts'
import { IconUnlink } from '@tabler/icons-react'
import { Link } from 'wouter'
import { MomentText } from '../../components/DateText.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { formatCount } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './ThreadSection.module.css'

/** Beyond this a reply is not set in any further. */
const DEEPEST = 6

interface ThreadSectionProps {
  caseId: string
  messageId: string
}

/** The messages around the open one, replies below what they answer, and what is missing between them. */
export function ThreadSection({ caseId, messageId }: ThreadSectionProps) {
  const words = useWords().finding.thread
  const locale = useLocale()
  const { data } = useQuery('finding.getThread', { messageId })
  if (!data) return null
  const shown = data.entries.filter(({ message }) => message !== null).length
  return (
    <section>
      <h3>{words.title}</h3>
      {data.entries.length === 1 && <p className={classes.soft}>{words.alone}</p>}
      {data.entries.length > 1 && (
        <ol className={classes.thread}>
          {data.entries.map((entry, at) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a message without an id has only its place
              key={at}
              style={{ paddingInlineStart: `${Math.min(entry.depth, DEEPEST) * 12}px` }}
            >
              <Entry {...{ entry, caseId, isOpen: entry.message?.id === messageId }} />
            </li>
          ))}
        </ol>
      )}
      {shown < data.total && (
        <p className={classes.soft}>
          {words.cut(formatCount(shown, locale), formatCount(data.total, locale))}
        </p>
      )}
    </section>
  )
}

function Entry({ entry, caseId, isOpen }: { entry: ThreadEntry; caseId: string; isOpen: boolean }) {
  const { evidence, finding } = useWords()
  const { message, headerMessageId } = entry
  if (!message)
    return (
      <div className={classes.gap}>
        <IconUnlink size={14} aria-hidden="true" />
        <span>
          {finding.thread.gap} <code className={classes.id}>{headerMessageId}</code>
        </span>
      </div>
    )
  const subject = message.subject || evidence.noSubject
  return (
    <Link
      href={`/cases/${caseId}/evidence/${message.id}`}
      replace
      className={classes.entry}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className={classes.subject} lang={langOf(subject)}>
        {subject}
      </span>
      <span className={classes.soft}>
        {message.fromName || message.fromAddress || evidence.noSender} ·{' '}
        <MomentText at={message.sentAt} zoneMinutes={message.sentZoneMinutes} dayOnly />
      </span>
    </Link>
  )
}
