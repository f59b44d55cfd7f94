import type { Perishable } from '@bridge/model/forum.ts'
import type { MessageRef } from '@bridge/model/statement.ts'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ConfirmButton } from '../../components/ConfirmButton.tsx'
import { DayText } from '../../components/DateText.tsx'
import { Failed } from '../../components/Failed.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { daysBetween } from '../../lib/days-between.ts'
import { today } from '../../lib/today.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Forums.module.css'
import { PerishableDialog } from './PerishableDialog.tsx'

/** What a platform may delete, with the days that are taken to be left. */
export function Perishables({ caseId }: { caseId: string }) {
  const words = useWords().forums.perishables
  const [edited, setEdited] = useState<Perishable | 'new' | null>(null)
  const { data, error, refetch } = useQuery('perishables.list', { caseId }, { keepPrevious: true })
  if (error) return <Failed error={error.error} onRetry={() => void refetch()} />
  if (!data) return null
  const { perishables, captures, assumedDays, uncapturedStatements } = data
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{words.title}</h2>
      <p className={classes.intro}>{words.intro(assumedDays)}</p>
      {uncapturedStatements > 0 && <p className={classes.intro}>{words.uncaptured(uncapturedStatements)}</p>}
      {perishables.length === 0 ? (
        <p className={classes.soft}>{words.empty}</p>
      ) : (
        <table className={classes.table} aria-label={words.title}>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.ended}</th>
              <th scope="col">{words.last}</th>
              <th scope="col">{words.capturedBy}</th>
              <th scope="col" aria-label={words.edit} />
            </tr>
          </thead>
          <tbody>
            {perishables.map((each) => (
              <Line
                key={each.id}
                caseId={caseId}
                perishable={each}
                captures={captures}
                onEdit={() => setEdited(each)}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className={classes.row}>
        <Button variant="default" onClick={() => setEdited('new')}>
          {words.add}
        </Button>
      </div>
      {edited && (
        <PerishableDialog
          caseId={caseId}
          assumedDays={assumedDays}
          {...(edited === 'new' ? {} : { perishable: edited })}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}

interface LineProps {
  caseId: string
  perishable: Perishable
  captures: readonly MessageRef[]
  onEdit: () => void
}

function Line({ caseId, perishable, captures, onEdit }: LineProps) {
  const words = useWords()
  const { perishables } = words.forums
  const tell = useTell()
  const remove = useCommand('perishables.remove')
  const removeIt = async (): Promise<void> => {
    const reply = await remove.run({ perishableId: perishable.id })
    if (!reply.ok) tell.error(reply.error)
  }
  return (
    <tr>
      <th scope="row">
        {perishable.title}
        <div className={classes.soft}>{words.terms.channel[perishable.channel]}</div>
      </th>
      <td>
        <DayText day={perishable.endedOn} />
      </td>
      <td>
        <DayText day={perishable.lastDay} />
        <div>
          <Countdown perishable={perishable} />
        </div>
      </td>
      <td>
        <Capture caseId={caseId} perishable={perishable} captures={captures} />
      </td>
      <td>
        <div className={classes.row}>
          <Button size="compact-xs" variant="subtle" onClick={onEdit}>
            {perishables.edit}
          </Button>
          <ConfirmButton
            size="compact-xs"
            variant="subtle"
            question={perishables.removeQuestion}
            confirmLabel={perishables.remove}
            onConfirm={() => void removeIt()}
          >
            {perishables.remove}
          </ConfirmButton>
        </div>
      </td>
    </tr>
  )
}

/** Days left by this computer's clock; overdue stands in red, and says so in words. */
function Countdown({ perishable: { captured, lastDay } }: { perishable: Perishable }) {
  const words = useWords().forums.perishables
  if (captured) return <span className={classes.soft}>{words.captured}</span>
  if (lastDay === null) return <span className={classes.soon}>{words.open}</span>
  const left = daysBetween(today(), lastDay)
  if (left < 0) return <strong className={classes.overdue}>{words.overdue(-left)}</strong>
  return (
    <span className={left <= 10 ? classes.soon : undefined}>
      {left === 0 ? words.today : words.left(left)}
    </span>
  )
}

function Capture({ caseId, perishable, captures }: Omit<LineProps, 'onEdit'>) {
  const { forums, evidence } = useWords()
  const words = forums.perishables
  const tell = useTell()
  const [, go] = useLocation()
  const capture = useCommand('perishables.capture')
  const choose = async (messageId: string | null): Promise<void> => {
    const reply = await capture.run({ perishableId: perishable.id, messageId })
    if (!reply.ok) tell.error(reply.error)
  }
  const { captured } = perishable
  const offered =
    captured && !captures.some(({ id }) => id === captured.id) ? [captured, ...captures] : captures
  return (
    <div className={classes.row}>
      <NativeSelect
        size="xs"
        aria-label={words.capturedBy}
        data={[
          { value: '', label: words.none },
          ...offered.map(({ id, subject, fromName }) => ({
            value: id,
            label: [subject || evidence.noSubject, fromName].filter(Boolean).join(' · '),
          })),
        ]}
        value={captured?.id ?? ''}
        onChange={(event) => void choose(event.currentTarget.value || null)}
      />
      {captured && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => go(`/cases/${caseId}/evidence/${captured.id}`)}
        >
          {words.openCapture}
        </Button>
      )}
    </div>
  )
}
