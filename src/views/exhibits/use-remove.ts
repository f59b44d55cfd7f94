import type { Reply } from '@bridge/errors.ts'
import type { Exhibit, ExhibitWording } from '@bridge/model/exhibit.ts'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import type { Place } from './set-changes.ts'
import type { ListEdits } from './use-list-edits.ts'

/** Takes exhibits off the list, with the way back for a few seconds. */
export function useRemove(
  caseId: string,
  edits: ListEdits,
): (exhibit: Exhibit, place: Place) => Promise<void> {
  const words = useWords().exhibits
  const tell = useTell()
  const remake = useRemake(caseId)
  return async (exhibit, place) => {
    if (!(await edits.remove(exhibit.id))) return
    tell.undoable(words.row.removed(exhibit.number), () => {
      void remake(exhibit, place).then((reply) =>
        reply.ok ? tell.done(words.row.putBack) : tell.error(reply.error),
      )
    })
  }
}

const wordingOf = ({
  kind,
  originality,
  copies,
  title,
  source,
  purpose,
  content,
  notes,
}: Exhibit): ExhibitWording => ({
  kind,
  originality,
  copies,
  title,
  source,
  purpose,
  content,
  notes,
})

/** Makes a removed exhibit anew from what it held, words it as it was worded and puts it where it stood. */
function useRemake(caseId: string) {
  const { run: addFromStatements } = useCommand('exhibits.addFromStatements')
  const { run: addFromMessages } = useCommand('exhibits.addFromMessages')
  const { run: change } = useCommand('exhibits.change')
  const { run: move } = useCommand('exhibits.move')
  return async (exhibit: Exhibit, { groupId, position }: Place): Promise<Reply<unknown>> => {
    // A typed statement brings its confirming messages along; messages alone are taken as they were.
    const statementIds = exhibit.items.flatMap(({ statementId }) => statementId ?? [])
    const messageIds = exhibit.items.flatMap(({ messageId }) => messageId ?? [])
    const made =
      statementIds.length > 0
        ? await addFromStatements({ caseId, statementIds, groupId })
        : await addFromMessages({ caseId, messageIds, together: true, groupId })
    if (!made.ok) return made
    const [exhibitId = ''] = made.value.exhibitIds
    const worded = await change({ exhibitId, wording: wordingOf(exhibit) })
    return worded.ok ? move({ exhibitId, groupId, position }) : worded
  }
}
