import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { isText, useSealedDraft } from '../../ipc/use-sealed-draft.ts'

interface SavedInputProps {
  /** Under which name what is typed is kept through a lock. */
  form: string
  label: string
  placeholder?: string
  maxLength: number
  lang?: string | undefined
  value: string
  onSave: (value: string) => void
}

/** A line that is saved when it is left or on Enter, and given up on Esc. */
export function SavedInput({ form, value, onSave, ...input }: SavedInputProps) {
  const draft = useSealedDraft(form, isText)
  const [typed, setTyped] = useState(draft.left)
  const end = (isKept: boolean): void => {
    const next = typed?.trim()
    if (isKept && next !== undefined && next !== value) onSave(next)
    draft.forget()
    setTyped(undefined)
  }
  return (
    <TextInput
      {...input}
      size="xs"
      variant="unstyled"
      title={value}
      value={typed ?? value}
      autoFocus={draft.left !== undefined}
      onChange={(event) => {
        draft.keep(event.currentTarget.value)
        setTyped(event.currentTarget.value)
      }}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') end(true)
        else if (event.key === 'Escape') end(false)
      }}
    />
  )
}
