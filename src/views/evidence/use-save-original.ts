import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'

/** Saves the original of a message, or one of its attachments by part path, where the lawyer says. */
export function useSaveOriginal(messageId: string): (partPath: string | null) => Promise<void> {
  const words = useWords().evidence
  const tell = useTell()
  const save = useCommand('evidence.saveOriginal')
  return async (partPath) => {
    const reply = await save.run({ messageId, partPath })
    if (!reply.ok) tell.error(reply.error)
    else if (reply.value.saved) tell.done(words.attachments.saved)
  }
}
