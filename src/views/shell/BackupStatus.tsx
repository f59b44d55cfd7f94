import { Anchor } from '@mantine/core'
import { useQuery } from '../../ipc/use-query.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { zoneHere } from '../../lib/zone-here.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './BackupStatus.module.css'

/** When a backup was last proven, in the status bar; leads to where one is made. */
export function BackupStatus() {
  const words = useWords().safekeeping.status
  const locale = useLocale()
  const { data } = useQuery('safekeeping.status', {}, { keepPrevious: true })
  if (!data) return null
  const { lastProven } = data
  return (
    <Anchor className={classes.link} href="#/safekeeping" data-none={!lastProven || undefined}>
      {lastProven ? words.proven(formatMoment(lastProven.at, zoneHere(lastProven.at), locale)) : words.none}
    </Anchor>
  )
}
