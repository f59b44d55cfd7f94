import type { MessageView } from '@bridge/model/evidence.ts'
import type { Place } from '@bridge/model/finding.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { readPassage, usePassage } from '../../components/use-passage.ts'
import { langOf } from '../../lib/lang-of.ts'
import { cutAt, type Passage } from '../../lib/passages.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { FoundBar } from './FoundBar.tsx'
import { MarkBar } from './MarkBar.tsx'
import classes from './Reader.module.css'
import { TranslationDialog } from './translations/TranslationDialog.tsx'
import { useFound } from './use-found.ts'
import { useSentenceKeys } from './use-sentence-keys.ts'

interface MessageTextProps {
  message: MessageView
  statements: readonly Statement[]
  /** Where the text holds what is looked for. */
  places: readonly Place[]
  /** The switch between text and HTML. */
  choice: ReactNode
}

/** The text, its statements marked. Selected with the pointer, or sentence by sentence with ↑ ↓ (Shift extends). */
export function MessageText({ message, statements, places, choice }: MessageTextProps) {
  const words = useWords()
  const element = useRef<HTMLDivElement>(null)
  const passage = usePassage(element, message.text)
  const pieces = useMemo(() => cutAt(message.text, statements), [message.text, statements])
  const found = useFound(element, places)
  const [translating, setTranslating] = useState<Passage | null>(null)
  const onKeyDown = useSentenceKeys(element, message.text)
  return (
    <div className={classes.body}>
      <div
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        role="document"
        data-message-text
        data-found-scroller
        aria-label={words.evidence.body.textLabel}
        onKeyDown={onKeyDown}
      >
        <div ref={element} className={classes.text} lang={langOf(message.text)}>
          {message.text
            ? pieces.map(({ text, start, mark }) =>
                mark ? (
                  <mark
                    key={start}
                    className={classes.mark}
                    data-state={mark.state}
                    title={words.terms.state[mark.state]}
                  >
                    {text}
                  </mark>
                ) : (
                  text
                ),
              )
            : words.evidence.body.noText}
        </div>
      </div>
      <MarkBar
        messageId={message.id}
        passage={passage}
        readPassage={() => readPassage(element.current, message.text)}
      >
        {passage && (
          <Button
            size="compact-sm"
            variant="subtle"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setTranslating(passage)}
          >
            {words.reading.translations.passage}
          </Button>
        )}
        {places.length > 0 && <FoundBar found={found} count={places.length} />}
        {choice}
      </MarkBar>
      {translating && (
        <TranslationDialog
          message={message}
          of={{
            what: 'passage',
            messageId: message.id,
            quote: translating.quote,
            quoteStart: translating.start,
          }}
          present={null}
          onClose={() => setTranslating(null)}
        />
      )}
    </div>
  )
}
