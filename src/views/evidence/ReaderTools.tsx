import type { MessageView } from '@bridge/model/evidence.ts'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconDownload, IconFileStack } from '@tabler/icons-react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { GroupMenu } from '../../components/GroupMenu.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useGroups } from '../../ipc/use-groups.ts'
import { nameGroup } from '../../lib/name-group.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './Reader.module.css'
import { useSaveOriginal } from './use-save-original.ts'

/** What can be done with the whole message: save its bytes, make an exhibit of it. */
export function ReaderTools({ caseId, message }: { caseId: string; message: MessageView }) {
  const words = useWords()
  const { actions } = words.evidence
  const locale = useLocale()
  const tell = useTell()
  const groups = useGroups(caseId).map((group) => ({ id: group.id, label: nameGroup(group, locale) }))
  const add = useCommand('exhibits.addFromMessages')
  const save = useSaveOriginal(message.id)
  const makeExhibit = async (groupId: string | null): Promise<void> => {
    const reply = await add.run({ caseId, messageIds: [message.id], together: false, groupId })
    if (reply.ok) tell.done(actions.exhibitMade)
    else tell.error(reply.error)
  }
  const group = words.app.groups.message
  useActions([
    { id: 'save-original', label: actions.saveOriginal, group, run: () => void save(null) },
    {
      id: 'new-exhibit',
      label: actions.newExhibit,
      group,
      keys: 'e',
      run: () => void makeExhibit(groups.at(-1)?.id ?? null),
    },
  ])
  return (
    <div className={classes.tools}>
      <Tooltip label={actions.saveOriginal}>
        <ActionIcon
          variant="default"
          size={28}
          aria-label={actions.saveOriginal}
          onClick={() => void save(null)}
        >
          <IconDownload size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <GroupMenu
        size="xs"
        variant="default"
        leftSection={<IconFileStack size={14} aria-hidden="true" />}
        groups={groups}
        inGroup={actions.inGroup}
        newGroup={actions.newGroup}
        onChoose={(groupId) => void makeExhibit(groupId)}
      >
        {actions.newExhibit}
      </GroupMenu>
    </div>
  )
}
