import { NOT_A_LINE, ORIGINAL_HEALED, type ReceiptLine } from '@bridge/model/evidence.ts'
import { useState } from 'react'
import { useRowHeight } from '../../components/use-row-height.ts'
import { VirtualList } from '../../components/VirtualList.tsx'
import type { Paged } from '../../ipc/use-paged.ts'
import type { Messages } from '../../messages/messages.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { SourcePlace } from './Origin.tsx'
import classes from './Receipt.module.css'

const own = (words: Record<string, string>, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined

/** The sentence for the reason of a line; a code this version does not know gets a general one. */
const wordReason = ({ terms, evidence, chat }: Messages, reason: string): string =>
  (reason === ORIGINAL_HEALED ? evidence.receipt.healed : undefined) ??
  (reason === NOT_A_LINE ? chat.notALine : undefined) ??
  own(terms.unreadable, reason) ??
  own(terms.skip, reason) ??
  evidence.receipt.otherReason

/** The lines of a receipt: file, outcome, reason. */
export function ReceiptLines({ lines }: { lines: Paged<'evidence.getReceipt'> }) {
  const words = useWords().evidence.receipt
  const [active, setActive] = useState(-1)
  const rowHeight = useRowHeight(2)
  if (lines.total === 0) return <p className={classes.none}>{words.noLines}</p>
  return (
    <div className={classes.lines} style={{ height: Math.min(lines.total, 6) * rowHeight }}>
      <VirtualList
        label={words.lines}
        count={lines.total}
        rowHeight={rowHeight}
        active={active}
        onActive={setActive}
        onShow={lines.show}
        renderRow={(index) => {
          const found = lines.pageOf(index)
          const line = found?.page.lines[found.at]
          return line && <Line line={line} />
        }}
      />
    </div>
  )
}

function Line({ line }: { line: ReceiptLine }) {
  const words = useWords()
  return (
    <div className={classes.line}>
      <div className={classes.file} title={line.sourceName}>
        <SourcePlace line={line} />
        {line.folder !== null && <span className={classes.soft}> · {line.folder}</span>}
      </div>
      <div className={classes.soft}>
        <span data-outcome={line.outcome} className={classes.outcome}>
          {words.terms.outcome[line.outcome]}
        </span>
        {line.reason && ` · ${wordReason(words, line.reason)}`}
        {line.firstSource !== null && ` · ${words.evidence.receipt.knownFrom(line.firstSource)}`}
      </div>
    </div>
  )
}
