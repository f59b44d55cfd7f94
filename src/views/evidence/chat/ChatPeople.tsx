import { type ChatChannel, speakerSide } from '@bridge/model/chat.ts'
import { NativeSelect, TextInput } from '@mantine/core'
import { Notice } from '../../../components/Notice.tsx'
import { formatCount } from '../../../lib/format-number.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './AddChat.module.css'
import { type AddChatState, CHAT_CHANNELS } from './use-add-chat.ts'

/** Where the chat was held, and for whom each name in it speaks. */
export function ChatPeople({ chat }: { chat: AddChatState }) {
  const { chat: words, terms } = useWords()
  const label = words.add
  const locale = useLocale()
  return (
    <div className={classes.people}>
      <div className={classes.pair}>
        <NativeSelect
          label={label.channel}
          value={chat.channel}
          data={CHAT_CHANNELS.map((value) => ({ value, label: terms.channel[value] }))}
          onChange={({ currentTarget }) => chat.setChannel(currentTarget.value as ChatChannel)}
        />
        <TextInput
          label={label.name}
          description={label.nameHelp}
          required
          maxLength={200}
          value={chat.title}
          onChange={({ currentTarget }) => chat.setTitle(currentTarget.value)}
        />
      </div>
      {chat.existing && (
        <Notice kind="plain" title={label.existing(formatCount(chat.existing.lineCount, locale))} />
      )}
      <table className={classes.speakers}>
        <caption>{label.speakers}</caption>
        <thead>
          <tr>
            <th scope="col">{label.speaker}</th>
            <th scope="col">{label.lineCount}</th>
            <th scope="col">{label.account}</th>
            <th scope="col">{label.speaksFor}</th>
          </tr>
        </thead>
        <tbody>
          {chat.speakers.map(({ name, lineCount, account, side, isStanding }) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className={classes.number}>{formatCount(lineCount, locale)}</td>
              <td>
                <TextInput
                  size="xs"
                  aria-label={`${label.account}: ${name}`}
                  value={account}
                  maxLength={300}
                  onChange={({ currentTarget }) => chat.changeSpeaker(name, { account: currentTarget.value })}
                />
              </td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={`${label.speaksFor}: ${name}`}
                  value={side}
                  disabled={isStanding}
                  data={speakerSide.options.map((value) => ({ value, label: words.side[value] }))}
                  onChange={({ currentTarget }) =>
                    chat.changeSpeaker(name, { side: speakerSide.parse(currentTarget.value) })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
