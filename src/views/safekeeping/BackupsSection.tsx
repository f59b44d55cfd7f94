import type { SafekeepingStatus } from '@bridge/model/backup.ts'
import { Button } from '@mantine/core'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useJobs } from '../../ipc/jobs.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { BackupFacts } from './BackupFacts.tsx'
import { BackupStandingNotice } from './BackupStandingNotice.tsx'
import { BackupTable } from './BackupTable.tsx'
import classes from './Safekeeping.module.css'
import { Section } from './Section.tsx'

/** Whether the vault could be brought back, from where, and the button that makes it so. */
export function BackupsSection({ status }: { status: SafekeepingStatus }) {
  const words = useWords()
  const label = words.safekeeping.backups
  const tell = useTell()
  const make = useCommand('backups.make')
  const choose = useCommand('safekeeping.chooseFolder')
  const busy = useJobs().some(({ kind, state }) => kind === 'backups.make' && state === 'running')
  const chooseFolder = async (): Promise<void> => {
    const reply = await choose.run({})
    if (!reply.ok) tell.error(reply.error)
  }
  const back = async (): Promise<void> => {
    const reply = await make.run({})
    if (!reply.ok) tell.error(reply.error)
  }
  const ready = status.backupFolder !== null
  useActions([
    {
      id: 'back-up',
      label: label.make,
      group: words.app.groups.app,
      run: () => void (ready ? back() : chooseFolder()),
    },
  ])
  return (
    <Section title={label.title} intro={label.intro}>
      <BackupStandingNotice status={status} />
      <BackupFacts status={status} onChoose={() => void chooseFolder()} choosing={choose.running} />
      <div className={classes.row}>
        {ready ? (
          <Button loading={busy || make.running} onClick={() => void back()}>
            {label.make}
          </Button>
        ) : (
          <Button loading={choose.running} onClick={() => void chooseFolder()}>
            {label.choose}
          </Button>
        )}
      </div>
      {status.backups.length > 0 && <BackupTable backups={status.backups} />}
    </Section>
  )
}
