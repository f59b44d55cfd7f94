import type { FoundBackup } from '@bridge/model/backup.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { OpenBackup } from './OpenBackup.tsx'
import classes from './UnlockView.module.css'

interface Found {
  token: string
  backups: readonly FoundBackup[]
}

/** Brings a backup back: chosen, opened with its own keys, verified whole, and only then put in place. */
export function RestoreBackup({ onBack }: { onBack: () => void }) {
  const words = useWords().safekeeping.restore
  const inspect = useCommand('restore.inspect')
  const [found, setFound] = useState<Found | null>(null)
  const [done, setDone] = useState<{ keptAs: string | null } | null>(null)
  const choose = async (): Promise<void> => {
    const reply = await inspect.run({})
    if (reply.ok && reply.value.token !== null)
      setFound({ token: reply.value.token, backups: reply.value.backups })
  }
  if (done)
    return (
      <section className={classes.form}>
        <h2 className={classes.title}>{words.done}</h2>
        <p className={classes.text}>{words.opensWith}</p>
        {done.keptAs !== null && <p className={classes.text}>{words.kept(done.keptAs)}</p>}
        <div className={classes.row}>
          <Button onClick={onBack}>{words.unlock}</Button>
        </div>
      </section>
    )
  return (
    <section className={classes.form}>
      <h2 className={classes.title}>{words.title}</h2>
      <p className={classes.text}>{words.intro}</p>
      {inspect.error && <Failed error={inspect.error} />}
      {found?.backups.length === 0 && <Notice kind="look" title={words.none} live />}
      {found && found.backups.length > 0 && <OpenBackup {...found} onDone={setDone} />}
      <div className={classes.row}>
        <Button
          variant={found && found.backups.length > 0 ? 'default' : 'filled'}
          loading={inspect.running}
          onClick={() => void choose()}
        >
          {words.choose}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </section>
  )
}
