import type { BackupRecord } from '@bridge/model/backup.ts'
import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleDashed,
  IconFolderOff,
  IconRosetteDiscountCheckFilled,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { MomentText } from '../../components/DateText.tsx'
import { formatCount, formatSize } from '../../lib/format-number.ts'
import { zoneHere } from '../../lib/zone-here.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './Safekeeping.module.css'

const SHOWN_AT_FIRST = 8

const SIGNS = {
  proven: IconRosetteDiscountCheckFilled,
  unproven: IconCircleDashed,
  failed: IconAlertTriangle,
  removed: IconTrash,
  gone: IconFolderOff,
} satisfies Record<BackupRecord['state'], unknown>

/** What was backed up when, and what became of it; newest first. */
export function BackupTable({ backups }: { backups: readonly BackupRecord[] }) {
  const words = useWords().safekeeping.backups
  const locale = useLocale()
  const [all, setAll] = useState(false)
  const shown = all ? backups : backups.slice(0, SHOWN_AT_FIRST)
  const older = backups.length - shown.length
  return (
    <>
      <table className={classes.table} aria-label={words.list}>
        <thead>
          <tr>
            <th scope="col">{words.made}</th>
            <th scope="col">{words.state}</th>
            <th scope="col" className={classes.figure}>
              {words.size}
            </th>
            <th scope="col" className={classes.figure}>
              {words.originals}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((backup) => (
            <BackupRow key={backup.id} backup={backup} />
          ))}
        </tbody>
      </table>
      {older > 0 && (
        <div className={classes.row}>
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {words.more(formatCount(older, locale))}
          </Button>
        </div>
      )}
    </>
  )
}

function BackupRow({ backup }: { backup: BackupRecord }) {
  const { safekeeping, errors } = useWords()
  const words = safekeeping.backups
  const locale = useLocale()
  const Sign = SIGNS[backup.state]
  return (
    <tr>
      <th scope="row">
        <MomentText at={backup.madeAt} zoneMinutes={zoneHere(backup.madeAt)} />
      </th>
      <td>
        <span className={classes.state} data-state={backup.state}>
          <Sign size={14} aria-hidden="true" />
          {words.states[backup.state]}
          {backup.lackCount > 0 && ` ${words.lacking(formatCount(backup.lackCount, locale))}`}
        </span>
        {backup.problem && <div className={classes.soft}>{errors.BACKUP_DAMAGED(backup.problem).title}</div>}
      </td>
      <td className={classes.figure}>{formatSize(backup.storeBytes, locale)}</td>
      <td className={classes.figure}>
        {formatCount(backup.fileCount, locale)}{' '}
        <span className={classes.soft}>({words.copied(formatCount(backup.copiedCount, locale))})</span>
      </td>
    </tr>
  )
}
