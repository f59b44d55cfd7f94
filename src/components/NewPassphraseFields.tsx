import { PasswordInput } from '@mantine/core'
import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { formatCount } from '../lib/format-number.ts'
import { useLocale, useWords } from '../messages/WordsProvider.tsx'
import classes from './NewPassphraseFields.module.css'

/** As `electron/vault` demands; main has the last word. */
const LEAST_CHARACTERS = 12

export interface NewPassphrase {
  first: string
  second: string
}

/** True where both are the same and long enough to be offered to main. */
export const isReady = ({ first, second }: NewPassphrase): boolean =>
  first === second && [...first].length >= LEAST_CHARACTERS

interface NewPassphraseFieldsProps {
  label: string
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
}

/** A new passphrase, typed twice, with the one rule it must meet. */
export function NewPassphraseFields({ label, value, onChange }: NewPassphraseFieldsProps) {
  const words = useWords().unlock
  const locale = useLocale()
  const typed = [...value.first].length
  const enough = typed >= LEAST_CHARACTERS
  const Sign = enough ? IconCheck : IconCircleDashed
  return (
    <>
      <PasswordInput
        label={label}
        autoComplete="new-password"
        maxLength={1000}
        value={value.first}
        onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
      />
      <p className={classes.rule} role="status">
        <Sign size={14} aria-hidden="true" />
        {enough
          ? words.create.enough
          : words.create.characters(formatCount(typed, locale), formatCount(LEAST_CHARACTERS, locale))}
      </p>
      <PasswordInput
        label={words.repeat}
        autoComplete="new-password"
        maxLength={1000}
        value={value.second}
        error={value.second && !value.first.startsWith(value.second) ? words.differs : undefined}
        onChange={(event) => onChange({ ...value, second: event.currentTarget.value })}
      />
    </>
  )
}
