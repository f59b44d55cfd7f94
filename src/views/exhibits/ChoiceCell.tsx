import { useState } from 'react'
import type { Messages } from '../../messages/messages.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './CellEditor.module.css'
import { sayFiled } from './filed-words.ts'
import { ListCell } from './ListCell.tsx'
import { useList } from './ListContext.ts'
import type { FiledColumn } from './list-columns.ts'
import { useCellEditor } from './use-cell-editor.ts'

interface ChoiceCellProps<T extends string> {
  rowId: string
  column: FiledColumn
  name: string
  value: T
  options: readonly T[]
  /** The word for an option, as it is printed. */
  word: (words: Messages['exhibits']['filed'], option: T) => string
  onSave: (value: T) => void
}

/** A cell that takes one of a few words. */
export function ChoiceCell<T extends string>(props: ChoiceCellProps<T>) {
  const { rowId, column, value, word } = props
  const { settings } = useList()
  return (
    <ListCell
      rowId={rowId}
      column={column}
      lines={sayFiled(settings.language, (words) => word(words, value))}
      editor={<ChoiceEditor {...props} />}
    />
  )
}

function ChoiceEditor<T extends string>({ name, value, options, word, onSave }: ChoiceCellProps<T>) {
  const words = useWords().exhibits.filed
  const [chosen, setChosen] = useState(value)
  const box = useCellEditor(() => chosen !== value && onSave(chosen), nothing)
  return (
    <div className={classes.editor} data-small="" {...box}>
      <select
        ref={open}
        aria-label={name}
        value={chosen}
        onChange={(event) => setChosen(options.find((one) => one === event.currentTarget.value) ?? value)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {word(words, option)}
          </option>
        ))}
      </select>
    </div>
  )
}

const nothing = (): void => undefined

const open = (field: HTMLSelectElement | null): void => field?.focus({ preventScroll: true })
