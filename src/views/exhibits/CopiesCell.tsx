import { useState } from 'react'
import { isText, useSealedDraft } from '../../ipc/use-sealed-draft.ts'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale } from '../../messages/WordsProvider.tsx'
import classes from './CellEditor.module.css'
import { ListCell } from './ListCell.tsx'
import { useCellEditor } from './use-cell-editor.ts'

interface CopiesCellProps {
  rowId: string
  name: string
  value: number
  onSave: (copies: number) => void
}

/** How many copies are handed in, 1 to 99; anything else typed is not taken. */
export function CopiesCell(props: CopiesCellProps) {
  const locale = useLocale()
  return (
    <ListCell
      rowId={props.rowId}
      column="copies"
      lines={[{ text: formatCount(props.value, locale), lang: 'en', isStandIn: false }]}
      editor={<CopiesEditor {...props} />}
    />
  )
}

function CopiesEditor({ rowId, name, value, onSave }: CopiesCellProps) {
  const draft = useSealedDraft(`exhibit copies ${rowId}`, isText)
  const [typed, setTyped] = useState(draft.left ?? String(value))
  const copies = /^[1-9]\d?$/.test(typed) ? Number(typed) : undefined
  const box = useCellEditor(() => copies !== undefined && copies !== value && onSave(copies), draft.forget)
  return (
    <div className={classes.editor} data-small="" {...box}>
      <input
        ref={start}
        inputMode="numeric"
        aria-label={name}
        aria-invalid={copies === undefined}
        maxLength={2}
        value={typed}
        onChange={(event) => {
          const next = event.currentTarget.value.normalize('NFKC')
          draft.keep(next)
          setTyped(next)
        }}
      />
    </div>
  )
}

const start = (field: HTMLInputElement | null): void => {
  field?.focus({ preventScroll: true })
  field?.select()
}
