import type { FoundPlaces } from '@bridge/model/finding.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { IconMailOpened } from '@tabler/icons-react'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { Attachments } from './Attachments.tsx'
import { CaptureCard } from './chat/CaptureCard.tsx'
import { Conversation } from './chat/Conversation.tsx'
import { DocumentBody } from './DocumentBody.tsx'
import { HeadLine } from './HeadLine.tsx'
import { MessageBody } from './MessageBody.tsx'
import classes from './Reader.module.css'
import { ReaderTools } from './ReaderTools.tsx'

const NOTHING: FoundPlaces = { text: [], attachments: [] }

interface ReaderProps {
  caseId: string
  messageId: string | undefined
  /** Statements marked in this message. */
  statements: readonly Statement[]
  /** What the list is searched for; marked in the message. */
  search: string
  onOpen: (messageId: string) => void
  /** Whether the case has no messages at all; the list then says what to do. */
  isEmpty: boolean
}

/** The message that is open: one honest line of headers, what it says, what came with it. */
export function Reader({ messageId, isEmpty, ...rest }: ReaderProps) {
  const words = useWords()
  if (!messageId)
    return isEmpty ? null : (
      <EmptyState
        icon={IconMailOpened}
        title={words.evidence.empty.unchosen}
        detail={words.evidence.empty.unchosenDetail}
      />
    )
  return <OpenMessage messageId={messageId} {...rest} />
}

function OpenMessage({
  caseId,
  messageId,
  statements,
  search,
  onOpen,
}: Omit<ReaderProps, 'isEmpty'> & { messageId: string }) {
  const words = useWords()
  const { data: message, error, refetch } = useQuery('evidence.get', { messageId })
  const { data: found = NOTHING } = useQuery(
    'evidence.findIn',
    { messageId, search },
    { enabled: search !== '' },
  )
  if (error) return <Failed error={error.error} onRetry={() => void refetch()} />
  if (!message) return <Loading />
  const subject = message.subject || words.evidence.noSubject
  return (
    <article className={classes.reader}>
      <header className={classes.head}>
        <div className={classes.top}>
          <h2 className={classes.subject} lang={langOf(subject)} title={subject}>
            {subject}
          </h2>
          <ReaderTools caseId={caseId} message={message} />
        </div>
        <HeadLine message={message} />
      </header>
      {message.unreadable ? (
        <div className={classes.unreadable}>
          <Notice kind="warning" title={words.evidence.body.unreadable}>
            {words.terms.unreadable[message.unreadable]}
          </Notice>
        </div>
      ) : message.form === 'chat' ? (
        <Conversation {...{ message, statements, onOpen }} />
      ) : message.form === 'document' ? (
        <DocumentBody message={message} statements={statements} places={found.text} />
      ) : (
        <MessageBody message={message} statements={statements} places={found.text} />
      )}
      {message.attachments.length > 0 && (
        <Attachments {...{ messageId, search }} attachments={message.attachments} found={found.attachments} />
      )}
      {message.form === 'document' && <CaptureCard {...{ caseId, messageId }} />}
    </article>
  )
}
