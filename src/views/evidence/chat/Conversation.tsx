import type { MessageView } from '@bridge/model/evidence.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Failed } from '../../../components/Failed.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { readPassage, usePassage } from '../../../components/use-passage.ts'
import { useQuery } from '../../../ipc/use-query.ts'
import { formatMomentDay } from '../../../lib/format-date.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import { MarkBar } from '../MarkBar.tsx'
import reader from '../Reader.module.css'
import classes from './Conversation.module.css'
import { ConversationFacts } from './ConversationFacts.tsx'
import { ConversationLine } from './ConversationLine.tsx'

interface ConversationProps {
  message: MessageView
  statements: readonly Statement[]
  onOpen: (messageId: string) => void
}

const AROUND = 100
const MOST = 500

/** A chat as it was held, the line that is open among those around it; a statement is marked in it. */
export function Conversation({ message, statements, onOpen }: ConversationProps) {
  const found = useQuery('chat.getConversation', { messageId: message.id }, { keepPrevious: true })
  if (found.error) return <Failed error={found.error.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  return (
    <>
      <ConversationFacts {...found.data} />
      <Around {...{ message, statements, onOpen }} place={found.data.place} />
    </>
  )
}

function Around({ message, statements, onOpen, place }: ConversationProps & { place: number }) {
  const words = useWords().chat.reader
  const locale = useLocale()
  const [more, setMore] = useState({ before: AROUND, after: AROUND })
  const offset = Math.max(0, place - more.before)
  const limit = Math.min(MOST, place + more.after - offset + 1)
  const page = { threadId: message.threadId, offset, limit }
  const { data } = useQuery('chat.listLines', page, { keepPrevious: true })
  const text = useRef<HTMLDivElement>(null)
  const passage = usePassage(text, message.text)
  const isThere = data?.rows.some((line) => line.messageId === message.id) ?? false
  useEffect(() => {
    if (isThere) text.current?.scrollIntoView({ block: 'center' })
  }, [isThere])
  const rows = data?.rows ?? []
  const total = data?.total ?? 0
  return (
    <div className={reader.body}>
      <div className={classes.scroll}>
        {offset > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setMore({ ...more, before: more.before + AROUND })}
          >
            {words.earlier}
          </Button>
        )}
        <ol className={classes.lines} aria-label={words.label}>
          {rows.map((line, at) => {
            const day = line.at && formatMomentDay(line.at, line.zoneMinutes, locale)
            const above = rows[at - 1]
            const dayAbove = above?.at && formatMomentDay(above.at, above.zoneMinutes, locale)
            return (
              <li key={line.messageId} className={classes.item}>
                {(at === 0 || day !== dayAbove) && <h3 className={classes.day}>{day ?? words.noDay}</h3>}
                <ConversationLine
                  line={line}
                  {...(line.messageId === message.id ? { text, statements } : { onOpen })}
                />
              </li>
            )
          })}
        </ol>
        {offset + rows.length < total && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setMore({ ...more, after: more.after + AROUND })}
          >
            {`${words.later} (${formatCount(total - offset - rows.length, locale)})`}
          </Button>
        )}
      </div>
      <MarkBar
        messageId={message.id}
        passage={passage}
        readPassage={() => readPassage(text.current, message.text)}
      >
        {null}
      </MarkBar>
    </div>
  )
}
