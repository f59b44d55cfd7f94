import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { useCommand } from '../../ipc/use-command.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { KeyFileChoice } from './KeyFileChoice.tsx'
import classes from './UnlockView.module.css'

interface EnterPassphraseProps {
  onUseRecovery: () => void
  onRestore: () => void
}

/** The everyday door. */
export function EnterPassphrase({ onUseRecovery, onRestore }: EnterPassphraseProps) {
  const { unlock: words, safekeeping } = useWords()
  const unlock = useCommand('vault.unlock')
  const [passphrase, setPassphrase] = useState('')
  const keyFile = useQuery('vault.status', {}).data?.keyFile ?? 'none'
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void unlock.run({ passphrase })
      }}
    >
      <h2 className={classes.title}>{words.locked.title}</h2>
      <PasswordInput
        label={words.passphrase}
        autoFocus
        autoComplete="current-password"
        maxLength={1000}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      {keyFile !== 'none' && <KeyFileChoice isChosen={keyFile === 'chosen'} onChosen={unlock.forget} />}
      {unlock.error && <Failed error={unlock.error} />}
      <div className={classes.row}>
        <Button type="submit" disabled={passphrase === '' || keyFile === 'needed'} loading={unlock.running}>
          {words.locked.submit}
        </Button>
        <Button variant="subtle" onClick={onUseRecovery}>
          {words.locked.useRecovery}
        </Button>
        <Button variant="subtle" onClick={onRestore}>
          {safekeeping.restore.open}
        </Button>
      </div>
    </form>
  )
}
