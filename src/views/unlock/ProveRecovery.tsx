import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './UnlockView.module.css'

interface ProveRecoveryProps {
  /** Shows the code again; null when it was made at an earlier start and is nowhere any more. */
  onShow: (() => void) | null
  onStartOver: () => void
}

/** The recovery code typed back from paper; then the new vault opens. */
export function ProveRecovery({ onShow, onStartOver }: ProveRecoveryProps) {
  const words = useWords().unlock
  const prove = useCommand('vault.proveRecovery')
  const [typed, setTyped] = useState('')
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void prove.run({ recoveryCode: typed })
      }}
    >
      <h2 className={classes.title}>{words.prove.title}</h2>
      {!onShow && <Notice kind="look" title={words.prove.again} />}
      <p className={classes.text}>{words.prove.intro}</p>
      <TextInput
        label={words.recovery.label}
        data-autofocus
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={200}
        classNames={{ input: classes.mono ?? '' }}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {prove.error && <Failed error={prove.error} />}
      <div className={classes.row}>
        <Button type="submit" disabled={typed.trim() === ''} loading={prove.running}>
          {words.prove.submit}
        </Button>
        <Button variant="subtle" onClick={onShow ?? onStartOver}>
          {onShow ? words.prove.back : words.prove.startOver}
        </Button>
      </div>
    </form>
  )
}
