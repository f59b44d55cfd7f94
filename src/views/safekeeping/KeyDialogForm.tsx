import type { BridgeError } from '@bridge/errors.ts'
import { Button, PasswordInput } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Safekeeping.module.css'

interface KeyDialogFormProps {
  /** What will be different afterwards. */
  intro: string
  /** Every change of keys asks for the passphrase again: an open vault at an empty desk is not enough. */
  passphrase: string
  onPassphrase: (value: string) => void
  children?: ReactNode
  error: BridgeError | null
  submitLabel: string
  ready: boolean
  running: boolean
  onSubmit: () => void
  onClose: () => void
}

/** A change of keys: the passphrase of now, what is to change, and what went wrong. */
export function KeyDialogForm(props: KeyDialogFormProps) {
  const words = useWords()
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <p className={classes.intro}>{props.intro}</p>
      <PasswordInput
        label={words.safekeeping.keys.current}
        data-autofocus
        autoComplete="current-password"
        maxLength={1000}
        value={props.passphrase}
        onChange={(event) => props.onPassphrase(event.currentTarget.value)}
      />
      {props.children}
      {props.error && <Failed error={props.error} />}
      <div className={classes.end}>
        <Button variant="default" onClick={props.onClose}>
          {words.app.cancel}
        </Button>
        <Button type="submit" disabled={!props.ready} loading={props.running}>
          {props.submitLabel}
        </Button>
      </div>
    </form>
  )
}
