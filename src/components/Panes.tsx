import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { Fragment, type ReactNode, useState } from 'react'
import { PaneDivider } from './PaneDivider.tsx'
import classes from './Panes.module.css'
import { paneCount, paneGroups } from './pane-groups.ts'
import { usePaneWidth } from './use-pane-width.ts'

export interface Pane {
  id: string
  /** Names the region, its divider and, where panes share a place, its tab. */
  label: string
  content: ReactNode
}

interface PanesProps {
  /** Under which name the widths are remembered. */
  name: string
  list: Pane
  main: Pane
  /** Left out where list and work are all there is. */
  side?: Pane
  /** Which pane to bring forward where they share a place; the view says so when the lawyer opens something. */
  front?: string
  onFront?: (id: string) => void
}

/** List, work and facts side by side: three where there is room, else two or one with tabs. */
export function Panes({ name, list, main, side, front, onFront }: PanesProps) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const listWidth = usePaneWidth(`${name}-list`, 340, 240, 560)
  const sideWidth = usePaneWidth(`${name}-side`, 320, 260, 520)
  const [ownFront, setOwnFront] = useState(main.id)
  const forward = front ?? ownFront
  const setForward = onFront ?? setOwnFront
  const groups = paneGroups(side ? [list, main, side] : [list, main], paneCount(width))
  const widthOf = (at: number): number | undefined =>
    groups.length > 1 && at === 0 ? listWidth.width : at === 2 ? sideWidth.width : undefined
  return (
    <div ref={ref} className={classes.panes}>
      {width > 0 &&
        groups.map((group, at) => (
          <Fragment key={group.map(({ id }) => id).join()}>
            {at === 1 && <PaneDivider label={list.label} pane={listWidth} grows="right" />}
            {at === 2 && side && <PaneDivider label={side.label} pane={sideWidth} grows="left" />}
            <PanePlace group={group} width={widthOf(at)} front={forward} onFront={setForward} />
          </Fragment>
        ))}
    </div>
  )
}

interface PanePlaceProps {
  group: readonly Pane[]
  width: number | undefined
  front: string
  onFront: (id: string) => void
}

/** One place on the screen, and the panes that take turns in it. */
function PanePlace({ group, width, front, onFront }: PanePlaceProps) {
  const shown = group.find(({ id }) => id === front) ?? group[0]
  if (!shown) return null
  return (
    <div className={classes.place} style={width === undefined ? { flex: 1 } : { width }}>
      {group.length > 1 && (
        <SegmentedControl
          className={classes.tabs}
          fullWidth
          data={group.map(({ id, label }) => ({ value: id, label }))}
          value={shown.id}
          onChange={onFront}
        />
      )}
      <section className={classes.pane} aria-label={shown.label}>
        {shown.content}
      </section>
    </div>
  )
}
