import type { ChatLine, ChatPreview } from '@bridge/model/chat.ts'
import { MomentText } from '../../../components/DateText.tsx'
import { formatCount } from '../../../lib/format-number.ts'
import { langOf } from '../../../lib/lang-of.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './AddChat.module.css'

const COUNTS = ['lines', 'said', 'system', 'media', 'undated', 'unread'] as const

/** How the file reads with what is stated: its counts, its ends, and every line that could not be read. */
export function PreviewPane({ preview }: { preview: ChatPreview }) {
  const words = useWords().chat.add
  const locale = useLocale()
  const { counts, first, last, unread } = preview
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={classes.preview} tabIndex={0} aria-label={words.first}>
      <dl className={classes.counts}>
        {COUNTS.map((key) => (
          <div
            key={key}
            data-look={(key === 'undated' || key === 'unread') && counts[key] > 0 ? 'amber' : undefined}
          >
            <dt>{words.counts[key]}</dt>
            <dd>{formatCount(counts[key], locale)}</dd>
          </div>
        ))}
      </dl>
      <Lines title={words.first} lines={first} />
      {last.length > 0 && <Lines title={words.last} lines={last} />}
      {unread.length > 0 && (
        <>
          <h3>{`${words.unread} (${formatCount(counts.unread, locale)})`}</h3>
          <p className={classes.soft}>{words.unreadNote}</p>
          <ul className={classes.unread}>
            {unread.map(({ offset, text }) => (
              <li key={offset}>
                <span className={classes.soft}>{words.at(formatCount(offset, locale))}</span>{' '}
                <bdi lang={langOf(text)}>{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly ChatLine[] }) {
  const words = useWords().chat.reader
  return (
    <>
      <h3>{title}</h3>
      <ul className={classes.lines}>
        {lines.map(({ offset, at, zoneMinutes, raw, speaker, text, kind }) => (
          <li key={offset} data-kind={kind}>
            <span className={classes.when}>
              {at ? <MomentText at={at} zoneMinutes={zoneMinutes} /> : (raw ?? '–')}
            </span>
            <bdi className={classes.who}>{speaker ?? words.program}</bdi>
            <span className={classes.text} lang={langOf(text)}>
              {text}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
