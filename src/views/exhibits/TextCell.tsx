import type { Bilingual } from '@bridge/model/exhibit.ts'
import { type ReactNode, useState } from 'react'
import { likeFields, useSealedDraft } from '../../ipc/use-sealed-draft.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './CellEditor.module.css'
import { Blank, ListCell } from './ListCell.tsx'
import { useList } from './ListContext.ts'
import type { FiledColumn } from './list-columns.ts'
import { languagesOf, linesOf } from './list-text.ts'
import { useCellEditor } from './use-cell-editor.ts'

const isBilingual = likeFields<Bilingual>({ zh: '', en: '' })

interface TextCellProps {
  rowId: string
  column: FiledColumn
  /** Names the field: column and exhibit. */
  name: string
  value: Bilingual
  empty?: ReactNode
  colSpan?: number
  onSave: (value: Bilingual) => void
}

/** A text of the list, typed in the languages the list is in. */
export function TextCell({ rowId, column, name, value, empty = <Blank />, colSpan, onSave }: TextCellProps) {
  const { settings } = useList()
  return (
    <ListCell
      rowId={rowId}
      column={column}
      lines={linesOf(value, settings.language)}
      empty={empty}
      {...(colSpan === undefined ? {} : { colSpan })}
      editor={
        <TextEditor
          form={`exhibit text ${rowId} ${column}`}
          name={name}
          value={value}
          opensLeft={column === 'notes' || column === 'content'}
          onSave={onSave}
        />
      }
    />
  )
}

interface TextEditorProps {
  /** Under which name what is typed is kept through a lock. */
  form: string
  name: string
  value: Bilingual
  opensLeft: boolean
  onSave: (value: Bilingual) => void
}

function TextEditor({ form, name, value, opensLeft, onSave }: TextEditorProps) {
  const words = useWords().exhibits.cell
  const { settings } = useList()
  const draft = useSealedDraft(form, isBilingual)
  const [typed, setTyped] = useState(draft.left ?? value)
  const languages = languagesOf(settings.language)
  const box = useCellEditor(() => {
    const next = { zh: typed.zh.trim(), en: typed.en.trim() }
    if (next.zh !== value.zh || next.en !== value.en) onSave(next)
  }, draft.forget)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie over the cell it belongs to
    <div
      role="group"
      aria-label={name}
      className={classes.editor}
      data-left={opensLeft || undefined}
      data-both={languages.length > 1 || undefined}
      {...box}
    >
      {languages.map((language, at) => (
        <label key={language} className={classes.field}>
          <span className={classes.language}>{words[language]}</span>
          <textarea
            ref={at === 0 ? startTyping : undefined}
            lang={language}
            maxLength={5_000}
            rows={2}
            placeholder={languages.length === 1 ? value[language === 'zh' ? 'en' : 'zh'] : undefined}
            value={typed[language]}
            onChange={(event) => {
              const next = { ...typed, [language]: event.currentTarget.value }
              draft.keep(next)
              setTyped(next)
            }}
          />
        </label>
      ))}
      <span className={classes.keys}>{words.keys}</span>
    </div>
  )
}

/** Puts the caret behind the last word. */
function startTyping(field: HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true })
  field?.setSelectionRange(field.value.length, field.value.length)
  field?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
