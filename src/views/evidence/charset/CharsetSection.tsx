import type { MessageView } from '@bridge/model/evidence.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../messages/WordsProvider.tsx'
import standing from '../Standing.module.css'
import { CharsetDialog } from './CharsetDialog.tsx'

const GUESSES = new Set(['CHARSET_GUESSED', 'CHARSET_UNKNOWN'])

/** How the characters of a message were read, and the way to read them otherwise. */
export function CharsetSection({ caseId, message }: { caseId: string; message: MessageView }) {
  const words = useWords().reading.charset
  const [open, setOpen] = useState(false)
  const isGuessed = message.warnings.some((warning) => GUESSES.has(warning))
  const how = message.charset
    ? words.chosen(words.charsets[message.charset])
    : isGuessed
      ? words.guessed
      : words.declared
  return (
    <section>
      <h3>{words.title}</h3>
      <p className={standing.soft}>{how}</p>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {words.other}
      </Button>
      {open && <CharsetDialog caseId={caseId} message={message} onClose={() => setOpen(false)} />}
    </section>
  )
}
