import { formatDay, formatMoment, formatMomentDay } from '../lib/format-date.ts'
import { useLocale, useWords } from '../messages/WordsProvider.tsx'

/** A plain date in the language of the window; a dash where there is none. */
export function DayText({ day }: { day: string | null }) {
  const locale = useLocale()
  const words = useWords().app
  return day ? <time dateTime={day}>{formatDay(day, locale)}</time> : <span>{words.notYet}</span>
}

interface MomentTextProps {
  at: string | null
  /** The zone it was written in; null is told as UTC. */
  zoneMinutes?: number | null
  /** Only the day; the whole moment stays in the tooltip. */
  dayOnly?: boolean
}

/** An instant in the zone it was written in, with that zone; a dash where there is none. */
export function MomentText({ at, zoneMinutes = null, dayOnly = false }: MomentTextProps) {
  const locale = useLocale()
  const words = useWords().app
  if (!at) return <span>{words.notYet}</span>
  const whole = formatMoment(at, zoneMinutes, locale)
  return (
    <time dateTime={at} title={dayOnly ? whole : undefined}>
      {dayOnly ? formatMomentDay(at, zoneMinutes, locale) : whole}
    </time>
  )
}
