import { TextInput } from '@mantine/core'
import { useState } from 'react'

interface SavedInputProps {
  label: string
  placeholder?: string
  maxLength: number
  lang?: string | undefined
  value: string
  onSave: (value: string) => void
}

/** A line that is saved when it is left or on Enter, and given up on Esc. */
export function SavedInput({ value, onSave, ...input }: SavedInputProps) {
  const [typed, setTyped] = useState<string>()
  const end = (isKept: boolean): void => {
    const next = typed?.trim()
    if (isKept && next !== undefined && next !== value) onSave(next)
    setTyped(undefined)
  }
  return (
    <TextInput
      {...input}
      size="xs"
      variant="unstyled"
      title={value}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') end(true)
        else if (event.key === 'Escape') end(false)
      }}
    />
  )
}
