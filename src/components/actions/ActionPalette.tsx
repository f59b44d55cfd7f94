import { type KeyboardEvent, useId, useState } from 'react'
import { useWords } from '../../messages/WordsProvider.tsx'
import { Dialog } from '../Dialog.tsx'
import { Keys } from '../Keys.tsx'
import classes from './ActionPalette.module.css'
import { type Action, useListActions } from './ActionsProvider.tsx'
import { orderActions } from './order-actions.ts'

const fits = (action: Action, typed: string): boolean => {
  const label = `${action.group} ${action.label}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.includes(word))
}

/** Every command with its shortcut, found by typing. */
export function ActionPalette({ onClose }: { onClose: () => void }) {
  const words = useWords().app
  const listId = useId()
  const listActions = useListActions()
  const [actions] = useState(() => orderActions(listActions(), words.groups.app))
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = actions.filter((action) => fits(action, typed))
  const run = (action: Action | undefined): void => {
    if (!action) return
    onClose()
    queueMicrotask(action.run)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      setAt((at + step + found.length) % found.length)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      run(found[at])
    }
  }
  return (
    <Dialog bare title={words.commands} size={560} onClose={onClose}>
      <input
        className={classes.input}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-label={words.palette.placeholder}
        aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
        placeholder={words.palette.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <Found listId={listId} found={found} at={at} onAt={setAt} onRun={run} />
      {found.length === 0 && <p className={classes.none}>{words.palette.none}</p>}
    </Dialog>
  )
}

interface FoundProps {
  listId: string
  found: readonly Action[]
  at: number
  onAt: (at: number) => void
  onRun: (action: Action) => void
}

/** The commands that fit; the one at hand is lit. */
function Found({ listId, found, at, onAt, onRun }: FoundProps) {
  const words = useWords().app
  return (
    <div id={listId} role="listbox" aria-label={words.commands} className={classes.list}>
      {found.map((action, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox above, which keeps the focus
        <div
          key={action.id}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={classes.option}
          ref={index === at ? reveal : null}
          onMouseMove={() => onAt(index)}
          onClick={() => onRun(action)}
        >
          <span className={classes.group}>{action.group}</span>
          <span className={classes.label}>{action.label}</span>
          {action.keys && <Keys keys={action.keys} />}
        </div>
      ))}
    </div>
  )
}

const reveal = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' })
