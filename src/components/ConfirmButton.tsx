import { Button, type ButtonProps, FocusTrap, Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../messages/WordsProvider.tsx'
import classes from './ConfirmButton.module.css'

interface ConfirmButtonProps extends ButtonProps {
  /** What will be lost, as a question. */
  question: string
  /** What the second button does, in its own words: “Remove the statement”. */
  confirmLabel: string
  onConfirm: () => void
  children: ReactNode
}

/** A button for what cannot be taken back: it asks once, beside itself, before it acts. */
export function ConfirmButton({
  question,
  confirmLabel,
  onConfirm,
  children,
  ...button
}: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false)
  const words = useWords().app
  return (
    <Popover
      opened={asking}
      onChange={setAsking}
      width={280}
      shadow="md"
      returnFocus
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <Button {...button} onClick={() => setAsking(true)}>
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={question}>
        <FocusTrap active>
          <div>
            <p className={classes.question}>{question}</p>
            <div className={classes.choice}>
              <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
                {words.cancel}
              </Button>
              <Button
                size="compact-sm"
                onClick={() => {
                  setAsking(false)
                  onConfirm()
                }}
              >
                {confirmLabel}
              </Button>
            </div>
          </div>
        </FocusTrap>
      </Popover.Dropdown>
    </Popover>
  )
}
