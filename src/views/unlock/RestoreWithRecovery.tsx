import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { isReady, NewPassphraseFields } from '../../components/NewPassphraseFields.tsx'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './UnlockView.module.css'

/** The door for a forgotten passphrase: recovery code in, new passphrase set. */
export function RestoreWithRecovery({ onBack }: { onBack: () => void }) {
  const words = useWords().unlock
  const unlock = useCommand('vault.unlockWithRecovery')
  const [recoveryCode, setRecoveryCode] = useState('')
  const [passphrase, setPassphrase] = useState({ first: '', second: '' })
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void unlock.run({ recoveryCode, newPassphrase: passphrase.first })
      }}
    >
      <h2 className={classes.title}>{words.restore.title}</h2>
      <p className={classes.text}>{words.restore.intro}</p>
      <TextInput
        label={words.recovery.label}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        classNames={{ input: classes.mono ?? '' }}
        value={recoveryCode}
        onChange={(event) => setRecoveryCode(event.currentTarget.value)}
      />
      <NewPassphraseFields label={words.newPassphrase} value={passphrase} onChange={setPassphrase} />
      {unlock.error && <Failed error={unlock.error} />}
      <div className={classes.row}>
        <Button
          type="submit"
          disabled={recoveryCode.trim() === '' || !isReady(passphrase)}
          loading={unlock.running}
        >
          {words.restore.submit}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {words.restore.back}
        </Button>
      </div>
    </form>
  )
}
