import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { readDay } from '../lib/read-day.ts'
import { useWords } from '../messages/WordsProvider.tsx'

interface DayFieldProps extends Omit<TextInputProps, 'type' | 'value' | 'onChange' | 'placeholder'> {
  value?: string
  /** Gets the day as `2025-06-12`, empty text for none, and what stands there as typed while it is no day. */
  onChange: (day: string) => void
}

/**
 * A plain date, typed. The browser's own field follows the system's order of day and month, not the window's language;
 * this one always shows the year first.
 */
export function DayField({ value = '', onChange, onBlur, error, ...input }: DayFieldProps) {
  const words = useWords().app.day
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = typed === null && value !== '' && readDay(value) === null
  return (
    <TextInput
      {...input}
      value={typed ?? value}
      placeholder={words.form}
      autoComplete="off"
      maxLength={20}
      error={error || (isWrong && words.wrong)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        onChange(readDay(currentTarget.value) ?? currentTarget.value.trim())
      }}
      onBlur={(event) => {
        setTyped(null)
        onBlur?.(event)
      }}
    />
  )
}
