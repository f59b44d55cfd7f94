import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { stepOf } from './list-steps.ts'
import { useVirtualRows } from './use-virtual-rows.ts'
import classes from './VirtualList.module.css'

interface VirtualListProps {
  /** Names the list. */
  label: string
  count: number
  rowHeight: number
  /** Index of the row the lawyer is on; −1 for none. */
  active: number
  onActive: (index: number) => void
  /** What Enter does. */
  onOpen?: ((index: number) => void) | undefined
  /** What a click does beside making the row active. */
  onPick?: ((index: number) => void) | undefined
  /** Given where several rows may be chosen at once; Space turns the active one. */
  chosen?: { has: (index: number) => boolean; turn: (index: number) => void }
  renderRow: (index: number) => ReactNode
  /** Tells which rows are on the screen. */
  onShow?: ((first: number, last: number) => void) | undefined
}

/** A list of any length (WAI-ARIA listbox): only the rows on the screen exist. Arrows, J, K, Home, End, page keys. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, rowHeight, active, onActive, onOpen, onPick, chosen, renderRow, onShow } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, height } = useVirtualRows({ scroller, count, rowHeight, active, onShow })

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
    const next = stepOf(event.key, { active, count, page })
    if (next !== undefined) onActive(next)
    else if (event.key === 'Enter' && onOpen && active >= 0) onOpen(active)
    else if (event.key === ' ' && chosen && active >= 0) chosen.turn(active)
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.outer}>
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-multiselectable={chosen ? true : undefined}
        aria-activedescendant={active >= 0 && active < count ? `${id}-${active}` : undefined}
        className={classes.list}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={classes.rows} style={{ height }}>
          {rows.map(({ index, start }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it takes the keys
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={chosen ? chosen.has(index) : index === active}
              aria-setsize={count}
              aria-posinset={index + 1}
              data-active={index === active || undefined}
              className={classes.row}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => {
                onActive(index)
                onPick?.(index)
              }}
            >
              {renderRow(index)}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
