import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { isReady, NewPassphraseFields } from '../../components/NewPassphraseFields.tsx'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './UnlockView.module.css'

interface CreateVaultProps {
  onCreated: (recoveryCode: string) => void
  /** On a new computer the vault may come from a backup. */
  onRestore: () => void
}

/** The first step: a passphrase, with honest advice. Hands on the recovery code. */
export function CreateVault({ onCreated, onRestore }: CreateVaultProps) {
  const { unlock: words, safekeeping } = useWords()
  const create = useCommand('vault.create')
  const [passphrase, setPassphrase] = useState({ first: '', second: '' })
  const submit = async (): Promise<void> => {
    const reply = await create.run({ passphrase: passphrase.first })
    if (reply.ok) onCreated(reply.value.recoveryCode)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2 className={classes.title}>{words.create.title}</h2>
      <p className={classes.text}>{words.create.intro}</p>
      <NewPassphraseFields label={words.passphrase} value={passphrase} onChange={setPassphrase} />
      <ul className={classes.advice}>
        {words.create.advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {create.error && <Failed error={create.error} />}
      <div className={classes.row}>
        <Button type="submit" disabled={!isReady(passphrase)} loading={create.running}>
          {words.create.submit}
        </Button>
        <Button variant="subtle" onClick={onRestore}>
          {safekeeping.restore.open}
        </Button>
      </div>
    </form>
  )
}
