import type { FilterCounts, MessageFilter } from '@bridge/model/finding.ts'
import { Button, Checkbox, NativeSelect, Popover } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { DayField } from '../../components/DayField.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { formatCount } from '../../lib/format-number.ts'
import { readDay } from '../../lib/read-day.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './FilterMenu.module.css'
import { type Filter, withChange } from './use-filter.ts'

interface FilterMenuProps {
  caseId: string
  filter: Filter
  onChange: (filter: MessageFilter) => void
}

/** Everything a list can be narrowed by, each choice with how many messages it would leave. */
export function FilterMenu({ caseId, filter, onChange }: FilterMenuProps) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const label = words.evidence.filter.open
  useActions([
    { id: 'filter', label, group: words.app.groups.list, keys: 'shift+f', run: () => setOpen(true) },
  ])
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={320}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          aria-keyshortcuts="Shift+F"
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {open && <Choices caseId={caseId} filter={filter} onChange={onChange} />}
      </Popover.Dropdown>
    </Popover>
  )
}

function Choices({ caseId, filter: { search, filter }, onChange }: FilterMenuProps) {
  const words = useWords()
  const label = words.evidence.filter
  const { data: counts } = useQuery('evidence.countByFilter', { caseId, search, filter })
  const exhibits = useQuery('exhibits.get', { caseId }).data?.groups.flatMap((group) => group.exhibits) ?? []
  const change = (next: Partial<MessageFilter>): void => onChange(withChange(filter, next))
  return (
    <div className={classes.choices}>
      <Choice
        label={label.side}
        value={filter.side}
        options={(['client', 'counterparty'] as const).map((value) => ({
          ...{ value, text: label.sides[value], count: counts?.sides[value] },
        }))}
        onChange={(side) => change({ side })}
      />
      <Choice
        label={label.person}
        value={filter.person}
        options={peopleOf(counts, filter.person)}
        onChange={(person) => change({ person })}
      />
      <div className={classes.days}>
        <Day label={label.from} value={filter.from} onChange={(from) => change({ from })} />
        <Day label={label.to} value={filter.to} onChange={(to) => change({ to })} />
      </div>
      <p className={classes.hint}>{label.zone}</p>
      <Choice
        label={label.channel}
        value={filter.channel}
        options={(counts?.channels ?? []).map(({ value, count }) => ({
          ...{ value, text: words.terms.channel[value], count },
        }))}
        onChange={(channel) => change({ channel })}
      />
      <Choice
        label={label.form}
        value={filter.form}
        options={(counts?.forms ?? []).map(({ value, count }) => ({
          value,
          text: label.forms[value],
          count,
        }))}
        onChange={(form) => change({ form })}
      />
      <Choice
        label={label.statements}
        value={filter.statements}
        options={(['any', 'confirmed', 'unconfirmed'] as const).map((value) => ({
          ...{ value, text: label.statementsOf[value], count: counts?.statements[value] },
        }))}
        onChange={(statements) => change({ statements })}
      />
      <Choice
        label={label.exhibit}
        value={filter.exhibit}
        options={[
          { value: 'in', text: label.exhibits.in, count: counts?.exhibits.in },
          { value: 'out', text: label.exhibits.out, count: counts?.exhibits.out },
          ...exhibits.map(({ id, number }) => ({ value: id, text: number })),
        ]}
        onChange={(exhibit) => change({ exhibit })}
      />
      {(['attachments', 'unreadable', 'flagged', 'copies'] as const).map((flag) => (
        <Checkbox
          key={flag}
          size="xs"
          label={<Counted text={label[flag]} count={counts?.[flag]} />}
          checked={filter[flag] ?? false}
          onChange={({ currentTarget }) => change({ [flag]: currentTarget.checked ? true : undefined })}
        />
      ))}
    </div>
  )
}

interface Option<T> {
  value: T
  text: string
  count?: number | undefined
}

interface ChoiceProps<T> {
  label: string
  value: T | undefined
  options: readonly Option<T>[]
  onChange: (value: T | undefined) => void
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const words = useWords().evidence.filter
  const locale = useLocale()
  return (
    <NativeSelect
      size="xs"
      label={label}
      data={[
        { value: '', label: words.whatever },
        ...options.map((option) => ({
          value: option.value as string,
          label:
            option.count === undefined
              ? option.text
              : `${option.text} (${formatCount(option.count, locale)})`,
        })),
      ]}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(options.find((option) => option.value === currentTarget.value)?.value)
      }
    />
  )
}

function Day({ label, value, onChange }: Omit<ChoiceProps<string>, 'options'>) {
  const [typed, setTyped] = useState(value ?? '')
  return (
    <DayField
      size="xs"
      label={label}
      value={typed}
      onChange={(day) => {
        setTyped(day)
        if (day === '' || readDay(day) !== null) onChange(day === '' ? undefined : day)
      }}
    />
  )
}

function Counted({ text, count }: { text: string; count: number | undefined }) {
  const locale = useLocale()
  return (
    <>
      {text} {count !== undefined && <span className={classes.hint}>({formatCount(count, locale)})</span>}
    </>
  )
}

/** Those whom most messages name, and the one that is chosen, who may stand nowhere among what is left. */
function peopleOf(counts: FilterCounts | undefined, chosen: string | undefined): Option<string>[] {
  const people = (counts?.people ?? []).map(({ address, name, count }) => ({
    ...{ value: address, text: name ? `${name} <${address}>` : address, count },
  }))
  const missing = chosen !== undefined && !people.some(({ value }) => value === chosen)
  return missing ? [{ value: chosen, text: chosen, count: undefined }, ...people] : people
}
