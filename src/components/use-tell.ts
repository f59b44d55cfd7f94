import type { BridgeError } from '@bridge/errors.ts'
import { notifications } from '@mantine/notifications'
import { createElement, useMemo } from 'react'
import { type ErrorSentence, wordError } from '../messages/error-words.ts'
import { useWords } from '../messages/WordsProvider.tsx'
import { UndoNote } from './UndoNote.tsx'

export interface Tell {
  /** Says what was done. */
  done: (message: string) => void
  /** Says what failed, in the error's own sentence. */
  error: (error: BridgeError) => void
  /** Says what failed where no error says it: what happened, then why. */
  failed: (sentence: ErrorSentence) => void
  /** Says what was done and offers to take it back for eight seconds. */
  undoable: (message: string, undo: () => void) => void
}

/** Short notes at the edge of the window, read out by screen readers. */
export function useTell(): Tell {
  const words = useWords()
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': words.app.close }
    const failed: Tell['failed'] = ({ title, detail }) =>
      void notifications.show({
        title,
        message: detail,
        autoClose: false,
        closeButtonProps,
        'data-look': 'failed',
      })
    return {
      done: (message) => void notifications.show({ message, closeButtonProps }),
      error: (error) => failed(wordError(words.errors, error)),
      failed,
      undoable: (message, undo) => {
        const id = crypto.randomUUID()
        const onUndo = (): void => {
          notifications.hide(id)
          undo()
        }
        notifications.show({
          id,
          message: createElement(UndoNote, { message, onUndo }),
          autoClose: 8_000,
          closeButtonProps,
        })
      },
    }
  }, [words])
}
