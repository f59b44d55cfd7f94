import { useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { KeyDialogForm } from './KeyDialogForm.tsx'

interface KeyFileDialogProps {
  /** Whether the vault is to do without its key file; otherwise it gets one. */
  remove: boolean
  onClose: () => void
}

export function KeyFileDialog({ remove, onClose }: KeyFileDialogProps) {
  const words = useWords().safekeeping.keys
  const tell = useTell()
  const adding = useCommand('vault.addKeyFile')
  const removing = useCommand('vault.removeKeyFile')
  const [passphrase, setPassphrase] = useState('')
  const submit = async (): Promise<void> => {
    const reply = remove ? await removing.run({ passphrase }) : await adding.run({ passphrase })
    if (!reply.ok || ('done' in reply.value && !reply.value.done)) return
    tell.done(remove ? words.keyFileRemoved : words.keyFileAdded)
    onClose()
  }
  const title = remove ? words.removeKeyFileTitle : words.addKeyFileTitle
  return (
    <Dialog title={title} size={460} onClose={onClose}>
      <KeyDialogForm
        intro={remove ? words.removeKeyFileDetail : words.addKeyFileDetail}
        passphrase={passphrase}
        onPassphrase={setPassphrase}
        error={adding.error ?? removing.error}
        submitLabel={remove ? title : words.choosePlace}
        ready={passphrase !== ''}
        running={adding.running || removing.running}
        onSubmit={() => void submit()}
        onClose={onClose}
      />
    </Dialog>
  )
}
