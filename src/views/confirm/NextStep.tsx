import type { Exhibit } from '@bridge/model/exhibit.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { IconListNumbers } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { GroupMenu } from '../../components/GroupMenu.tsx'
import { useGroups } from '../../ipc/use-groups.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { useMakeExhibits } from './use-make-exhibits.ts'

interface NextStepProps {
  caseId: string
  statement: Statement
}

/** What follows a confirmation: an exhibit is made of it, or the one it is in is opened. */
export function NextStep({ caseId, statement }: NextStepProps) {
  const words = useWords().confirm
  const [, go] = useLocation()
  const { groups, make, running } = useMakeExhibits(caseId)
  const shown = useGroups(caseId)
    .flatMap(({ exhibits }) => exhibits)
    .find((exhibit) => isShownIn(exhibit, statement))
  if (shown)
    return (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconListNumbers size={14} aria-hidden="true" />}
        onClick={() => go(`/cases/${caseId}/exhibits/${shown.id}`)}
      >
        {words.openExhibit(shown.number)}
      </Button>
    )
  return (
    <GroupMenu
      size="compact-sm"
      loading={running}
      groups={groups}
      inGroup={words.inGroup}
      newGroup={words.newGroup}
      onChoose={(groupId) => void make([statement], groupId)}
    >
      {words.makeExhibits(1)}
    </GroupMenu>
  )
}

/** An exhibit shows a statement where it holds what was said and every message that confirms it. */
function isShownIn({ items }: Exhibit, { id, message, answers }: Statement): boolean {
  const holdsMessage = (messageId: string): boolean => items.some((item) => item.messageId === messageId)
  return (
    (message ? holdsMessage(message.id) : items.some(({ statementId }) => statementId === id)) &&
    answers.every((answer) => answer.verdict !== 'confirms' || holdsMessage(answer.message.id))
  )
}
