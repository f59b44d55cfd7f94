import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { Failed } from '../../components/Failed.tsx'
import { RecoveryCode } from '../../components/RecoveryCode.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { KeyDialogForm } from './KeyDialogForm.tsx'
import classes from './Safekeeping.module.css'

/** A new recovery code: made, kept on paper, typed back; only then is it in force. */
export function NewRecoveryDialog({ onClose }: { onClose: () => void }) {
  const words = useWords().safekeeping.keys
  const tell = useTell()
  const make = useCommand('vault.newRecoveryCode')
  const [passphrase, setPassphrase] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const submit = async (): Promise<void> => {
    const reply = await make.run({ passphrase })
    if (reply.ok) setCode(reply.value.recoveryCode)
  }
  const leave = (): void => {
    if (code) tell.done(words.recoveryDropped)
    onClose()
  }
  return (
    <Dialog title={words.recoveryTitle} size={520} onClose={leave}>
      {code ? (
        <ProveCode code={code} onClose={onClose} />
      ) : (
        <KeyDialogForm
          intro={words.recoveryDetail}
          passphrase={passphrase}
          onPassphrase={setPassphrase}
          error={make.error}
          submitLabel={words.show}
          ready={passphrase !== ''}
          running={make.running}
          onSubmit={() => void submit()}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

function ProveCode({ code, onClose }: { code: string; onClose: () => void }) {
  const { safekeeping, unlock } = useWords()
  const words = safekeeping.keys
  const tell = useTell()
  const confirm = useCommand('vault.confirmRecoveryCode')
  const [kept, setKept] = useState(false)
  const [typed, setTyped] = useState('')
  const submit = async (): Promise<void> => {
    const reply = await confirm.run({ recoveryCode: typed })
    if (!reply.ok) return
    tell.done(words.recoveryDone)
    onClose()
  }
  if (!kept) return <RecoveryCode code={code} onKept={() => setKept(true)} />
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className={classes.intro}>{words.recoveryProve}</p>
      <TextInput
        label={unlock.recovery.label}
        data-autofocus
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {confirm.error && <Failed error={confirm.error} />}
      <div className={classes.end}>
        <Button variant="default" onClick={() => setKept(false)}>
          {unlock.prove.back}
        </Button>
        <Button type="submit" disabled={typed.trim() === ''} loading={confirm.running}>
          {words.prove}
        </Button>
      </div>
    </form>
  )
}
