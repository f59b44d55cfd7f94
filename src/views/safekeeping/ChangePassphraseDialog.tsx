import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { isReady, NewPassphraseFields } from '../../components/NewPassphraseFields.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { KeyDialogForm } from './KeyDialogForm.tsx'
import classes from './Safekeeping.module.css'

interface ChangePassphraseDialogProps {
  /** Whether a key file is in use, and could be replaced on the way. */
  withKeyFile: boolean
  onClose: () => void
}

export function ChangePassphraseDialog({ withKeyFile, onClose }: ChangePassphraseDialogProps) {
  const words = useWords().safekeeping.keys
  const tell = useTell()
  const change = useCommand('vault.changePassphrase')
  const [passphrase, setPassphrase] = useState('')
  const [next, setNext] = useState({ first: '', second: '' })
  const [newKeyFile, setNewKeyFile] = useState(false)
  const isSame = !newKeyFile && next.second !== '' && next.first === passphrase && next.second === passphrase
  const submit = async (): Promise<void> => {
    const reply = await change.run({ passphrase, newPassphrase: next.first, newKeyFile })
    if (!reply.ok || !reply.value.done) return
    tell.done(words.changed)
    onClose()
  }
  return (
    <Dialog title={words.passphraseTitle} size={460} onClose={onClose}>
      <KeyDialogForm
        intro={words.intro}
        passphrase={passphrase}
        onPassphrase={setPassphrase}
        error={change.error}
        submitLabel={words.passphraseTitle}
        ready={passphrase !== '' && isReady(next) && !isSame}
        running={change.running}
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        <NewPassphraseFields label={words.next} value={next} onChange={setNext} />
        {isSame && <p className={classes.intro}>{words.sameAsNow}</p>}
        {withKeyFile && (
          <Checkbox
            label={words.alsoKeyFile}
            checked={newKeyFile}
            onChange={(event) => setNewKeyFile(event.currentTarget.checked)}
          />
        )}
      </KeyDialogForm>
    </Dialog>
  )
}
