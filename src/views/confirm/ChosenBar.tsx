import type { Statement } from '@bridge/model/statement.ts'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { GroupMenu } from '../../components/GroupMenu.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useGroups } from '../../ipc/use-groups.ts'
import { formatCount } from '../../lib/format-number.ts'
import { nameGroup } from '../../lib/name-group.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './StatementList.module.css'

interface ChosenBarProps {
  caseId: string
  chosen: readonly Statement[]
  onDone: () => void
}

/** What can be done with the chosen statements: exhibits of them, each one its own. */
export function ChosenBar({ caseId, chosen, onDone }: ChosenBarProps) {
  const words = useWords()
  const { confirm } = words
  const locale = useLocale()
  const tell = useTell()
  const groups = useGroups(caseId).map((group) => ({ id: group.id, label: nameGroup(group, locale) }))
  const add = useCommand('exhibits.addFromStatements')
  const unconfirmed = chosen.filter(({ state }) => state !== 'confirmed').length
  const make = async (groupId: string | null): Promise<void> => {
    const reply = await add.run({ caseId, statementIds: chosen.map(({ id }) => id), groupId })
    if (!reply.ok) return tell.error(reply.error)
    tell.done(confirm.exhibitsMade(reply.value.exhibitIds.length))
    onDone()
  }
  const label = confirm.makeExhibits(chosen.length)
  useActions([
    {
      id: 'make-exhibits',
      label,
      group: words.app.groups.confirm,
      keys: 'e',
      run: () => void make(groups.at(-1)?.id ?? null),
    },
  ])
  return (
    <div className={classes.chosen}>
      <span>
        {confirm.chosen(formatCount(chosen.length, locale))}{' '}
        {unconfirmed > 0 && <span className={classes.warn}>{confirm.notConfirmed(unconfirmed)}</span>}
      </span>
      <GroupMenu
        size="xs"
        loading={add.running}
        groups={groups}
        inGroup={confirm.inGroup}
        newGroup={confirm.newGroup}
        onChoose={(groupId) => void make(groupId)}
      >
        {label}
      </GroupMenu>
    </div>
  )
}
