import type { MessageView } from '@bridge/model/evidence.ts'
import type { Person } from '@bridge/model/message.ts'
import { Fragment } from 'react'
import { MomentText } from '../../components/DateText.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Reader.module.css'

const PEOPLE = ['from', 'sender', 'replyTo', 'to', 'cc', 'bcc'] as const

const write = ({ name, address }: Person): string => (name ? `${name} <${address}>` : address)

/** Every header the reader kept, as it was written. */
export function Headers({ message }: { message: MessageView }) {
  const words = useWords().evidence.head
  const { date } = message
  return (
    <dl className={classes.headers}>
      {PEOPLE.filter((field) => message[field].length > 0).map((field) => (
        <Fragment key={field}>
          <dt>{words[field]}</dt>
          <dd>{message[field].map(write).join(', ')}</dd>
        </Fragment>
      ))}
      <dt>{words.date}</dt>
      <dd>
        <MomentText at={date.at} zoneMinutes={date.zoneMinutes} />
      </dd>
      {date.raw && (
        <>
          <dt>{words.dateRaw}</dt>
          <dd>{date.raw}</dd>
        </>
      )}
      <dt>{words.received}</dt>
      <dd>
        <MomentText at={message.receivedAt} />
      </dd>
      {message.headerMessageId && (
        <>
          <dt>{words.messageId}</dt>
          <dd>{message.headerMessageId}</dd>
        </>
      )}
    </dl>
  )
}
