import type { SpokenLine } from '@bridge/model/chat.ts'
import type { Statement } from '@bridge/model/statement.ts'
import type { RefObject } from 'react'
import { MomentText } from '../../../components/DateText.tsx'
import { StateBadge } from '../../../components/StateBadge.tsx'
import { langOf } from '../../../lib/lang-of.ts'
import { cutAt } from '../../../lib/passages.ts'
import { useWords } from '../../../messages/WordsProvider.tsx'
import reader from '../Reader.module.css'
import { useSentenceKeys } from '../use-sentence-keys.ts'
import classes from './Conversation.module.css'

interface ConversationLineProps {
  line: SpokenLine
  /** Given for the line that is open: where its text is drawn, and what is marked in it. */
  text?: RefObject<HTMLDivElement | null>
  statements?: readonly Statement[]
  /** Given for the others. */
  onOpen?: (messageId: string) => void
}

/** One line of a conversation; a click opens it. */
export function ConversationLine({ line, text, statements = [], onOpen }: ConversationLineProps) {
  const words = useWords()
  const head = (
    <span className={classes.head}>
      <bdi className={classes.who}>{line.speaker || words.chat.reader.program}</bdi>
      <span className={classes.soft}>
        {line.at ? <MomentText at={line.at} zoneMinutes={line.zoneMinutes} /> : line.raw}
      </span>
      {line.transcribed && <span className={classes.soft}>{words.chat.reader.transcribed}</span>}
      {line.statements.map((state, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: states have no identity, only an order
        <StateBadge key={at} state={state} signOnly />
      ))}
    </span>
  )
  if (text)
    return (
      <div className={classes.line} data-side={line.side} data-kind={line.kind} data-open aria-current="true">
        {head}
        <OpenText {...{ line, text, statements }} />
      </div>
    )
  return (
    <button
      type="button"
      className={classes.line}
      data-side={line.side}
      data-kind={line.kind}
      onClick={() => onOpen?.(line.messageId)}
    >
      {head}
      <span className={classes.text} lang={langOf(line.text)}>
        {line.text}
      </span>
    </button>
  )
}

/** The words of the line that is open, to be selected and marked as those of a mail are. */
function OpenText({
  line,
  text,
  statements,
}: Required<Pick<ConversationLineProps, 'line' | 'text' | 'statements'>>) {
  const words = useWords()
  const onKeyDown = useSentenceKeys(text, line.text)
  return (
    <div
      ref={text}
      className={classes.text}
      lang={langOf(line.text)}
      data-message-text
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its words are selected by keyboard too
      tabIndex={0}
      role="document"
      aria-label={words.evidence.body.textLabel}
      onKeyDown={onKeyDown}
    >
      {cutAt(line.text, statements).map(({ text: piece, start, mark }) =>
        mark ? (
          <mark
            key={start}
            className={reader.mark}
            data-state={mark.state}
            title={words.terms.state[mark.state]}
          >
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
    </div>
  )
}
