import { Button } from '@mantine/core'
import { useWords } from '../messages/WordsProvider.tsx'
import classes from './UndoNote.module.css'

/** What was done, with the way back. */
export const UndoNote = ({ message, onUndo }: { message: string; onUndo: () => void }) => (
  <div className={classes.note}>
    <span>{message}</span>
    <Button variant="default" size="compact-xs" onClick={onUndo}>
      {useWords().app.undo}
    </Button>
  </div>
)
