import type { Place } from '@bridge/model/finding.ts'
import { useMemo, useRef } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { FoundBar } from './FoundBar.tsx'
import classes from './Reader.module.css'
import { useFound } from './use-found.ts'

interface AttachmentTextProps {
  messageId: string
  partPath: string
  name: string
  search: string
  onClose: () => void
}

const GAP = '\n\n⋯\n\n'

/** What search reads of an attachment, where it found something: the pieces that hold it, the hits marked. */
export function AttachmentText({ messageId, partPath, name, search, onClose }: AttachmentTextProps) {
  const words = useWords().evidence.hit
  const { data, error } = useQuery('evidence.findInAttachment', { messageId, partPath, search })
  const element = useRef<HTMLDivElement>(null)
  const { text, places } = useMemo(() => joined(data?.pieces ?? []), [data])
  const found = useFound(element, places)
  return (
    <Dialog title={name} size={760} onClose={onClose}>
      {error && <Failed error={error.error} />}
      {!data && !error && <Loading />}
      {places.length > 0 ? (
        <FoundBar found={found} count={places.length} />
      ) : (
        data && <p>{words.noneInFile}</p>
      )}
      <div
        className={classes.attachmentText}
        data-found-scroller
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        role="document"
        aria-label={name}
      >
        <div ref={element} className={classes.text} lang={langOf(text)}>
          {text}
        </div>
      </div>
    </Dialog>
  )
}

/** The pieces as one text, and the places in it; what was left out between them is shown as left out. */
function joined(pieces: readonly { piece: number; text: string; places: readonly Place[] }[]) {
  let text = ''
  const places: Place[] = []
  let before: number | null = null
  for (const { piece, ...part } of pieces) {
    if (before === null ? piece > 0 : piece > before + 1) text += GAP
    places.push(
      ...part.places.map(({ start, end }) => ({ start: start + text.length, end: end + text.length })),
    )
    text += part.text
    before = piece
  }
  return { text, places }
}
