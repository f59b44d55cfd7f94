import type { ChatColumns, ChatPreview } from '@bridge/model/chat.ts'
import { NativeSelect } from '@mantine/core'
import { useWords } from '../../../messages/WordsProvider.tsx'
import classes from './AddChat.module.css'

interface ColumnFieldsProps {
  table: NonNullable<ChatPreview['table']>
  onChange: (columns: ChatColumns) => void
}

const FIELDS = ['date', 'time', 'speaker', 'text'] as const
const NONE = '-1'

/** Which column holds what; each is named by what its first cell says. */
export function ColumnFields({ table: { columns, rows }, onChange }: ColumnFieldsProps) {
  const words = useWords().chat.add
  const width = Math.max(1, ...rows.map((row) => row.length))
  const named = Array.from({ length: width }, (_, at) => ({
    value: String(at),
    label: words.column(String(at + 1), rows[0]?.[at] ?? ''),
  }))
  const now = columns ?? { time: 0, date: null, speaker: Math.min(1, width - 1), text: width - 1 }
  return (
    <div className={classes.pair}>
      {FIELDS.map((key) => (
        <NativeSelect
          key={key}
          label={words.columns[key]}
          value={String(now[key] ?? NONE)}
          data={key === 'date' ? [{ value: NONE, label: words.none }, ...named] : named}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...now, [key]: value === NONE ? null : Number(value) })
          }
        />
      ))}
    </div>
  )
}
