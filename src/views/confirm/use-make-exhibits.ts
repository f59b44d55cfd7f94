import type { Statement } from '@bridge/model/statement.ts'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useGroups } from '../../ipc/use-groups.ts'
import { nameGroup } from '../../lib/name-group.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'

interface MakeExhibits {
  /** Where they may go, named in the language of the window. */
  groups: readonly { id: string; label: string }[]
  /** Makes an exhibit of each; a null group stands for a new one. True where they are on the list. */
  make: (statements: readonly Statement[], groupId: string | null) => Promise<boolean>
  running: boolean
}

/** Puts statements on the exhibit list, each as an exhibit of its own. */
export function useMakeExhibits(caseId: string): MakeExhibits {
  const words = useWords().confirm
  const locale = useLocale()
  const tell = useTell()
  const add = useCommand('exhibits.addFromStatements')
  return {
    groups: useGroups(caseId).map((group) => ({ id: group.id, label: nameGroup(group, locale) })),
    make: async (statements, groupId) => {
      const reply = await add.run({ caseId, statementIds: statements.map(({ id }) => id), groupId })
      if (reply.ok) tell.done(words.exhibitsMade(reply.value.exhibitIds.length))
      else tell.error(reply.error)
      return reply.ok
    },
    running: add.running,
  }
}
