import type { ForumRow } from '@bridge/model/forum.ts'
import { Button, Popover, Textarea } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Forums.module.css'

/** Whether both parties agree that it is true and accurate (CJO-3), and where that can be read. */
export function Agreement({ row }: { row: ForumRow }) {
  const { forums, app } = useWords()
  const tell = useTell()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState(row.agreed ?? '')
  const setAgreed = useCommand('forums.setAgreed')
  const keep = async (agreed: string | null): Promise<void> => {
    const reply = await setAgreed.run({ kind: row.kind, id: row.id, note: agreed })
    if (reply.ok) setOpen(false)
    else tell.error(reply.error)
  }
  return (
    <Popover opened={open} onChange={setOpen} width={320} shadow="md" returnFocus trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          {...(row.agreed === null
            ? {}
            : { color: 'seal', leftSection: <IconCircleCheckFilled size={14} aria-hidden="true" /> })}
          onClick={() => setOpen(!open)}
        >
          {row.agreed === null ? forums.agree : forums.columns.agreed}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={forums.agreeTitle}>
        <div className={classes.form}>
          <strong>{forums.agreeTitle}</strong>
          <Textarea
            label={forums.agreeNote}
            required
            autosize
            maxRows={5}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className={classes.row}>
            {row.agreed !== null && (
              <Button size="compact-sm" variant="default" onClick={() => void keep(null)}>
                {forums.agreeRemove}
              </Button>
            )}
            <Button size="compact-sm" disabled={note.trim() === ''} onClick={() => void keep(note.trim())}>
              {app.save}
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
