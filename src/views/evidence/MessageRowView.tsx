import type { MessageRow } from '@bridge/model/evidence.ts'
import type { Hit } from '@bridge/model/finding.ts'
import {
  IconAlertTriangle,
  IconCopy,
  IconEye,
  IconFileStack,
  IconFileText,
  IconMessages,
  IconPaperclip,
} from '@tabler/icons-react'
import { MomentText } from '../../components/DateText.tsx'
import { StateBadge } from '../../components/StateBadge.tsx'
import { wordFlag } from '../../components/word-flag.ts'
import { formatCount } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './MessageList.module.css'

interface MessageRowViewProps {
  row: MessageRow
  /** Whether it stands in the same thread as the row above, in thread order. */
  follows: boolean
}

/** A message in three lines: who and when, about what, and how it begins. */
export function MessageRowView({ row, follows }: MessageRowViewProps) {
  const { evidence: words, terms } = useWords()
  const isDocument = row.form === 'document'
  const who = row.fromName || row.fromAddress || (isDocument ? terms.channel[row.channel] : words.noSender)
  const subject = row.subject || words.noSubject
  return (
    <div className={classes.row} data-follows={follows || undefined}>
      <div className={classes.line}>
        <span className={classes.who} lang={langOf(who)}>
          {who}
        </span>
        {row.fromCounterparty && (
          <span className={`${classes.them} ${classes.day}`}>{words.counterparty}</span>
        )}
        <span className={classes.day}>
          <MomentText at={row.sentAt} zoneMinutes={row.sentZoneMinutes} dayOnly />
        </span>
      </div>
      <div className={classes.line}>
        <span className={classes.subject} lang={langOf(subject)}>
          {subject}
        </span>
        <Signs row={row} />
      </div>
      <div className={classes.line}>
        {row.hit ? (
          <HitText hit={row.hit} />
        ) : (
          <span className={classes.preview} lang={langOf(row.preview)}>
            {row.preview}
          </span>
        )}
      </div>
    </div>
  )
}

/** Where the search found something first, and the words around it. */
function HitText({ hit }: { hit: Hit }) {
  const words = useWords().evidence.hit
  return (
    <>
      {hit.where !== 'body' && (
        <span className={classes.where}>
          {hit.where === 'attachment' ? words.inAttachment(hit.fileName) : words.where[hit.where]}
        </span>
      )}
      <span className={classes.preview} lang={langOf(hit.before + hit.match + hit.after)}>
        {hit.before}
        <mark className={classes.found}>{hit.match}</mark>
        {hit.after}
      </span>
    </>
  )
}

function Signs({ row }: { row: MessageRow }) {
  const { evidence: words, identities, terms } = useWords()
  const channel = terms.channel[row.channel]
  const locale = useLocale()
  const flags = row.flags.map((flag) => wordFlag(identities, flag)).join(' ')
  const { attachmentCount, exhibitCount } = row
  const attachments = words.attachmentCount(formatCount(attachmentCount, locale), attachmentCount === 1)
  const exhibits = words.exhibitCount(formatCount(exhibitCount, locale), exhibitCount === 1)
  const copies = words.copies.other(formatCount(row.copyCount, locale), row.copyCount === 1)
  return (
    <span className={classes.signs}>
      {row.form === 'chat' && (
        <span className={classes.sign} role="img" aria-label={channel} title={channel}>
          <IconMessages size={14} aria-hidden="true" />
        </span>
      )}
      {row.form === 'document' && (
        <span className={classes.sign} role="img" aria-label={channel} title={channel}>
          <IconFileText size={14} aria-hidden="true" />
        </span>
      )}
      {row.unreadable && (
        <span className={classes.sign} data-look="amber">
          <IconAlertTriangle size={14} aria-hidden="true" />
          {words.unreadable}
        </span>
      )}
      {flags && (
        <span className={classes.sign} data-look="blue" role="img" aria-label={flags} title={flags}>
          <IconEye size={14} aria-hidden="true" />
        </span>
      )}
      {row.statements.map((state, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: states have no identity, only an order
        <StateBadge key={at} state={state} signOnly />
      ))}
      {row.copyCount > 0 && (
        <span className={classes.sign} role="img" aria-label={copies} title={copies}>
          <IconCopy size={14} aria-hidden="true" />
          {formatCount(row.copyCount, locale)}
        </span>
      )}
      {exhibitCount > 0 && (
        <span className={classes.sign} role="img" aria-label={exhibits} title={exhibits}>
          <IconFileStack size={14} aria-hidden="true" />
        </span>
      )}
      {attachmentCount > 0 && row.form !== 'document' && (
        <span className={classes.sign} role="img" aria-label={attachments} title={attachments}>
          <IconPaperclip size={14} aria-hidden="true" />
          {formatCount(attachmentCount, locale)}
        </span>
      )}
    </span>
  )
}
