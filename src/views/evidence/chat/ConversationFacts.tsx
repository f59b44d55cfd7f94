import type { Output } from '@bridge/channels/index.ts'
import { speakerSide } from '@bridge/model/chat.ts'
import { NativeSelect } from '@mantine/core'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Conversation.module.css'

/** What is known of a conversation beside its words: who speaks for whom, and how each of its exports was read. */
export function ConversationFacts({
  conversation,
  readings,
  withdrawnCount,
}: Output<'chat.getConversation'>) {
  const { chat: words, terms } = useWords()
  const label = words.reader
  const locale = useLocale()
  const tell = useTell()
  const change = useCommand('chat.changeSpeaker')
  const { threadId, channel, lineCount, speakers } = conversation
  const facts = [
    terms.channel[channel],
    label.facts(formatCount(lineCount, locale), formatCount(speakers.length, locale)),
    ...(withdrawnCount > 0
      ? [label.withdrawn(formatCount(withdrawnCount, locale), withdrawnCount === 1)]
      : []),
  ]
  return (
    <details className={classes.facts}>
      <summary>{facts.join(' · ')}</summary>
      <ul>
        {readings.map((reading) => (
          <li key={reading.importId}>
            {label.reading(
              reading.sourceName,
              words.format[reading.format],
              reading.zone ?? label.noZone,
              reading.dateOrder ? words.order[reading.dateOrder] : label.noDay,
            )}
            {reading.unreadCount > 0 && `; ${label.unread(formatCount(reading.unreadCount, locale))}`}
          </li>
        ))}
      </ul>
      <div className={classes.sides}>
        {speakers.map(({ name, account, side }) => (
          <NativeSelect
            key={name}
            size="xs"
            label={label.sideOf(account ? `${name} (${account})` : name)}
            value={side}
            data={speakerSide.options.map((value) => ({ value, label: words.side[value] }))}
            onChange={async ({ currentTarget }) => {
              const chosen = speakerSide.parse(currentTarget.value)
              const reply = await change.run({ threadId, name, side: chosen })
              if (!reply.ok) tell.error(reply.error)
            }}
          />
        ))}
      </div>
    </details>
  )
}
