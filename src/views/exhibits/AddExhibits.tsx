import type { ExhibitSet } from '@bridge/model/exhibit.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './AddExhibits.module.css'
import { linesOf } from './list-text.ts'
import { PickMessages } from './PickMessages.tsx'
import { PickStatements } from './PickStatements.tsx'

interface AddExhibitsProps {
  caseId: string
  set: ExhibitSet
  statements: readonly Statement[]
  onClose: () => void
}

type Source = 'statements' | 'messages'

/** As many as the channel takes at once. */
const MOST = 500

/** Chooses confirmed statements or messages, and says where they go. */
export function AddExhibits({ caseId, set, statements, onClose }: AddExhibitsProps) {
  const locale = useLocale()
  const label = useWords().exhibits.picker
  const confirmed = statements.filter(({ state }) => state === 'confirmed')
  const [from, setFrom] = useState<Source>(confirmed.length > 0 ? 'statements' : 'messages')
  const [chosen, setChosen] = useState<Record<Source, ReadonlySet<string>>>({
    statements: new Set(),
    messages: new Set(),
  })
  const [groupId, setGroupId] = useState(set.groups.at(-1)?.id ?? '')
  const [isTogether, setTogether] = useState(false)
  const { add, running } = useAdd(caseId, onClose)
  const ids = [...chosen[from]]
  const turn = (id: string): void => {
    const next = new Set(chosen[from])
    if (!next.delete(id)) next.add(id)
    setChosen({ ...chosen, [from]: next })
  }
  const isMerged = from === 'messages' && isTogether
  const count = isMerged ? Math.min(1, ids.length) : ids.length
  return (
    <Dialog onClose={onClose} size={820} title={label.title}>
      <div className={classes.body}>
        <SegmentedControl
          aria-label={label.from}
          data={[
            { value: 'statements', label: label.statements },
            { value: 'messages', label: label.messages },
          ]}
          value={from}
          onChange={(next) => setFrom(next === 'messages' ? 'messages' : 'statements')}
        />
        <div className={classes.list}>
          {from === 'statements' ? (
            <PickStatements set={set} statements={confirmed} chosen={chosen.statements} onTurn={turn} />
          ) : (
            <PickMessages caseId={caseId} chosen={chosen.messages} onTurn={turn} />
          )}
        </div>
        <div className={classes.foot}>
          <NativeSelect
            size="xs"
            label={label.group}
            className={classes.group}
            value={groupId}
            data={[
              ...set.groups.map((group) => groupOption(group, set.settings.language)),
              { value: '', label: label.newGroup },
            ]}
            onChange={(event) => setGroupId(event.currentTarget.value)}
          />
          {from === 'messages' && ids.length > 1 && (
            <SegmentedControl
              aria-label={label.together}
              data={[
                { value: 'each', label: label.each },
                { value: 'all', label: label.all },
              ]}
              value={isTogether ? 'all' : 'each'}
              onChange={(next) => setTogether(next === 'all')}
            />
          )}
          <span className={classes.count} role="status">
            {ids.length > MOST ? label.tooMany : label.chosen(formatCount(ids.length, locale))}
          </span>
          <Button
            disabled={count === 0 || ids.length > MOST}
            loading={running}
            onClick={() => add({ from, ids, groupId: groupId || null, together: isMerged })}
          >
            {label.submit(count)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

type Group = ExhibitSet['groups'][number]

const groupOption = (group: Group, language: ExhibitSet['settings']['language']) => {
  const say = (text: Group['title']): string => linesOf(text, language)[0]?.text ?? ''
  return { value: group.id, label: [say(group.label), say(group.title)].filter(Boolean).join(' ') || '—' }
}

interface Choice {
  from: Source
  ids: string[]
  groupId: string | null
  together: boolean
}

function useAdd(caseId: string, onDone: () => void): { add: (choice: Choice) => void; running: boolean } {
  const words = useWords().exhibits.picker
  const tell = useTell()
  const fromStatements = useCommand('exhibits.addFromStatements')
  const fromMessages = useCommand('exhibits.addFromMessages')
  const add = async ({ from, ids, groupId, together }: Choice): Promise<void> => {
    const reply =
      from === 'statements'
        ? await fromStatements.run({ caseId, statementIds: ids, groupId })
        : await fromMessages.run({ caseId, messageIds: ids, together, groupId })
    if (!reply.ok) return tell.error(reply.error)
    tell.done(words.added(reply.value.exhibitIds.length))
    onDone()
  }
  return { add: (choice) => void add(choice), running: fromStatements.running || fromMessages.running }
}
