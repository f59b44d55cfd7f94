import type { Verdict } from '@bridge/model/statement.ts'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useDraft } from '../../ipc/use-draft.ts'
import { useWords } from '../../messages/WordsProvider.tsx'

interface Decision {
  statementId: string
  messageId: string
}

interface DecideParts {
  onDecided: () => void
  onReturn: (statementId: string) => void
}

interface Decide {
  /** Takes the lawyer's word on a message; true where it was kept. */
  decide: (messageId: string, verdict: Verdict, quote: string) => Promise<boolean>
  /** Takes a decision back: the one given, else the last one taken. */
  undo: (decision?: Decision) => Promise<void>
}

/** Deciding on answers, and going back on it. */
export function useDecide(statementId: string, { onDecided, onReturn }: DecideParts): Decide {
  const words = useWords().confirm.decide
  const tell = useTell()
  const last = useDraft<Decision>('last decision')
  const decideCommand = useCommand('confirmations.decide')
  const undecide = useCommand('confirmations.undecide')
  const undo = async (decision = last.read()): Promise<void> => {
    if (!decision) return
    last.forget()
    const reply = await undecide.run(decision)
    if (!reply.ok) return tell.error(reply.error)
    tell.done(words.undone)
    onReturn(decision.statementId)
  }
  return {
    decide: async (messageId, verdict, quote) => {
      const reply = await decideCommand.run({ statementId, messageId, verdict, quote })
      if (!reply.ok) {
        tell.error(reply.error)
        return false
      }
      const decision = { statementId, messageId }
      last.keep(decision)
      const said = { confirms: words.confirmed, denies: words.denied, rejected: words.setAside }[verdict]
      tell.undoable(said, () => void undo(decision))
      if (verdict !== 'rejected') onDecided()
      return true
    },
    undo,
  }
}
