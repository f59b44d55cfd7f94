import type { Statement } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { GroupMenu } from '../../components/GroupMenu.tsx'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { AskDialog } from './AskDialog.tsx'
import classes from './StatementList.module.css'
import { useMakeExhibits } from './use-make-exhibits.ts'

/** More would be no letter any more. */
const ASKED_AT_ONCE = 50

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
  const [asking, setAsking] = useState(false)
  const { groups, make: makeExhibits, running } = useMakeExhibits(caseId)
  const unconfirmed = chosen.filter(({ state }) => state !== 'confirmed').length
  const make = async (groupId: string | null): Promise<void> => {
    if (await makeExhibits(chosen, groupId)) onDone()
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
      {unconfirmed > 0 && unconfirmed <= ASKED_AT_ONCE && (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {confirm.askChosen(unconfirmed)}
        </Button>
      )}
      {asking && (
        <AskDialog
          statements={chosen.filter(({ state }) => state !== 'confirmed')}
          onClose={() => setAsking(false)}
        />
      )}
      <GroupMenu
        size="xs"
        loading={running}
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
