import type { SafekeepingStatus } from '@bridge/model/backup.ts'
import { Button, NativeSelect } from '@mantine/core'
import { MomentText } from '../../components/DateText.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { zoneHere } from '../../lib/zone-here.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Safekeeping.module.css'

const RHYTHMS = [0, 4, 12, 24, 168]

interface BackupFactsProps {
  status: SafekeepingStatus
  onChoose: () => void
  choosing: boolean
}

/** Where backups go and how often the app makes one by itself. */
export function BackupFacts({ status, onChoose, choosing }: BackupFactsProps) {
  const words = useWords().safekeeping.backups
  const tell = useTell()
  const change = useCommand('safekeeping.change')
  const { backupFolder, everyHours, dueAt } = status
  const hours = RHYTHMS.includes(everyHours) ? RHYTHMS : [...RHYTHMS, everyHours].toSorted((a, b) => a - b)
  return (
    <dl className={classes.facts}>
      <dt>{words.folder}</dt>
      <dd className={classes.fact}>
        <span className={backupFolder ? undefined : classes.soft}>{backupFolder ?? words.noFolder}</span>
        {backupFolder && (
          <Button variant="default" size="compact-sm" loading={choosing} onClick={onChoose}>
            {words.change}
          </Button>
        )}
      </dd>
      <dt>
        <label htmlFor="backup-rhythm">{words.rhythm}</label>
      </dt>
      <dd className={classes.fact}>
        <NativeSelect
          id="backup-rhythm"
          className={classes.field}
          data={hours.map((value) => ({ value: String(value), label: words.rhythms(value) }))}
          value={String(everyHours)}
          onChange={(event) =>
            void change
              .run({ everyHours: Number(event.currentTarget.value) })
              .then((reply) => !reply.ok && tell.error(reply.error))
          }
        />
        {dueAt && (
          <span className={classes.soft}>
            {words.next}
            {Date.parse(dueAt) <= Date.now() ? (
              words.asSoonAs
            ) : (
              <MomentText at={dueAt} zoneMinutes={zoneHere(dueAt)} />
            )}
          </span>
        )}
      </dd>
    </dl>
  )
}
