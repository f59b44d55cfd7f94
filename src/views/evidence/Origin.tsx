import type { IntakeLine } from '@bridge/model/evidence.ts'
import { formatCount } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './Standing.module.css'

/** The file a message came in by, and the place it had in it: byte, number, folder. */
export function SourcePlace({ line }: { line: IntakeLine }) {
  const { receipt, origin } = useWords().evidence
  const locale = useLocale()
  const { sourceName, sourceOffset, itemNumber } = line
  return (
    <>
      <span lang={langOf(sourceName)}>{sourceName}</span>
      {sourceOffset !== null && ` ${receipt.at(formatCount(sourceOffset, locale))}`}
      {itemNumber !== null && ` · ${origin.item(String(itemNumber))}`}
    </>
  )
}

/** What else is known of where a message came from: folder and labels of its mailbox, the whole file it was taken out of. */
export function Origin({ line }: { line: IntakeLine }) {
  const { origin } = useWords().evidence
  const labels = (line.labels ?? '').split('\n').filter(Boolean)
  const flags: Readonly<Record<string, string>> = origin.flag
  const wordLabel = (label: string): string => (Object.hasOwn(flags, label) ? (flags[label] ?? label) : label)
  return (
    <dl className={classes.origin}>
      {line.folder !== null && (
        <>
          <dt>{origin.folder}</dt>
          <dd lang={langOf(line.folder)}>{line.folder}</dd>
        </>
      )}
      {labels.length > 0 && (
        <>
          <dt>{origin.labels}</dt>
          <dd lang={langOf(line.labels ?? '')}>{labels.map(wordLabel).join(', ')}</dd>
        </>
      )}
      {line.containerSha256 !== null && (
        <>
          <dt className={classes.wide}>{origin.container}</dt>
          <dd className={classes.wide}>
            <code className={classes.hash}>{line.containerSha256}</code>
          </dd>
        </>
      )}
    </dl>
  )
}
