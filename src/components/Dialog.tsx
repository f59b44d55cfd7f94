import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../messages/WordsProvider.tsx'
import classes from './Dialog.module.css'

interface DialogProps {
  title: string
  /** Width in pixels, where the window has room for it. */
  size: number
  onClose: () => void
  children: ReactNode
  /** Only its content, at the top of the window; the title is then read out but not shown. */
  bare?: boolean
}

/** A question or a form over the window. Esc and a click beside it close it; the focus goes back where it was. */
export function Dialog({ title, size, onClose, children, bare = false }: DialogProps) {
  const words = useWords().app
  return (
    <Modal.Root opened onClose={onClose} size={size} centered={!bare} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content {...(bare ? { 'aria-label': title } : {})}>
        {!bare && (
          // A div, because Mantine's own header would be a second banner of the page.
          <div className={classes.head}>
            <Modal.Title className={classes.title}>{title}</Modal.Title>
            <Modal.CloseButton aria-label={words.close} />
          </div>
        )}
        <Modal.Body {...(bare ? { p: 0 } : {})}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
