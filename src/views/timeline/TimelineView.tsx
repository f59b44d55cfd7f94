import { IconTimeline } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { DayField } from '../../components/DayField.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Panes } from '../../components/Panes.tsx'
import type { RoomProps } from '../../components/room.ts'
import { useRowHeight } from '../../components/use-row-height.ts'
import { VirtualList } from '../../components/VirtualList.tsx'
import { usePaged } from '../../ipc/use-paged.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { formatCount } from '../../lib/format-number.ts'
import { readDay } from '../../lib/read-day.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { indexOfDay } from './day-index.ts'
import { Months } from './Months.tsx'
import classes from './Timeline.module.css'
import { TimelineRow } from './TimelineRow.tsx'

/** Everything in a case that has a date, oldest first, and how it is spread over the months. */
export function TimelineView({ caseId }: RoomProps) {
  const words = useWords().finding.timeline
  const [active, setActive] = useState(-1)
  const { data } = useQuery('finding.listDays', { caseId })
  const days = data?.days ?? []
  const goTo = (day: string): void => setActive(indexOfDay(days, day))
  return (
    <Panes
      name="timeline"
      list={{ id: 'months', label: words.months, content: <Months days={days} onGo={goTo} /> }}
      main={{
        id: 'timeline',
        label: words.title,
        content: <Entries caseId={caseId} active={active} onActive={setActive} onDay={goTo} />,
      }}
    />
  )
}

interface EntriesProps {
  caseId: string
  active: number
  onActive: (index: number) => void
  onDay: (day: string) => void
}

function Entries({ caseId, active, onActive, onDay }: EntriesProps) {
  const words = useWords()
  const label = words.finding.timeline
  const [, go] = useLocation()
  const paged = usePaged('finding.timeline', { caseId })
  const itemAt = (index: number) => {
    const found = index < 0 ? undefined : paged.pageOf(index)
    return found?.page.items[found.at]
  }
  const open = (index: number): void => {
    const item = itemAt(index)
    if (!item) return
    const room = item.kind === 'statement' || item.kind === 'asked' ? 'confirm' : 'evidence'
    go(`/cases/${caseId}/${room}/${item.id}`)
  }
  const group = words.app.groups.list
  const last = paged.total - 1
  useActions([
    { id: 'next', label: label.next, group, keys: 'j', run: () => onActive(Math.min(active + 1, last)) },
    { id: 'previous', label: label.previous, group, keys: 'k', run: () => onActive(Math.max(active - 1, 0)) },
    { id: 'open-entry', label: label.open, group, keys: 'enter', run: () => open(active) },
  ])
  const rowHeight = useRowHeight(2)
  if (paged.error) return <Failed error={paged.error} />
  if (paged.loading) return <Loading />
  return (
    <div className={classes.timeline}>
      <Head total={paged.total} undated={paged.first?.undated} onDay={onDay} />
      {paged.total === 0 ? (
        <EmptyState icon={IconTimeline} title={label.empty} detail={label.emptyDetail} />
      ) : (
        <VirtualList
          label={label.list}
          count={paged.total}
          rowHeight={rowHeight}
          active={active}
          onActive={onActive}
          onOpen={open}
          onPick={open}
          onShow={paged.show}
          renderRow={(index) => {
            const item = itemAt(index)
            return item && <TimelineRow item={item} begins={itemAt(index - 1)?.day !== item.day} />
          }}
        />
      )}
    </div>
  )
}

interface HeadProps {
  total: number
  undated: Record<'mail' | 'chat' | 'document' | 'statement', number> | undefined
  onDay: (day: string) => void
}

function Head({ total, undated, onDay }: HeadProps) {
  const words = useWords().finding.timeline
  const locale = useLocale()
  const [typed, setTyped] = useState('')
  const parts = (['mail', 'chat', 'document', 'statement'] as const).flatMap((kind) => {
    const count = undated?.[kind] ?? 0
    return count > 0 ? [words.undatedOf[kind](formatCount(count, locale), count === 1)] : []
  })
  return (
    <div className={classes.head}>
      <div>
        <span role="status">{words.count(formatCount(total, locale))}</span>
        {parts.length > 0 && (
          <p className={classes.soft}>{words.undated(parts.join(locale === 'en' ? ', ' : '、'))}</p>
        )}
        <p className={classes.soft}>{words.zone}</p>
      </div>
      <DayField
        size="xs"
        className={classes.jump}
        aria-label={words.jump}
        value={typed}
        onChange={(day) => {
          setTyped(day)
          if (readDay(day) !== null) onDay(day)
        }}
      />
    </div>
  )
}
