import type { MessageView } from '@bridge/model/evidence.ts'
import type { Person } from '@bridge/model/message.ts'
import { Fragment } from 'react'
import { MomentText } from '../../components/DateText.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Reader.module.css'

const PEOPLE = ['from', 'sender', 'replyTo', 'to', 'cc', 'bcc'] as const

/** Name and address apart: what turns the order of writing around in one ends with it. */
function PersonWritten({ person: { name, address } }: { person: Person }) {
  return (
    <>
      {name && <bdi>{name}</bdi>}
      {name && ' '}
      <bdi>{name ? `<${address}>` : address}</bdi>
    </>
  )
}

/** Every header the reader kept, as it was written. */
export function Headers({ message }: { message: MessageView }) {
  const words = useWords().evidence.head
  const { date } = message
  return (
    <dl className={classes.headers}>
      {PEOPLE.filter((field) => message[field].length > 0).map((field) => (
        <Fragment key={field}>
          <dt>{words[field]}</dt>
          <dd>
            {message[field].map((person, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same person may stand there twice, and nothing moves
              <Fragment key={at}>
                {at > 0 && ', '}
                <PersonWritten person={person} />
              </Fragment>
            ))}
          </dd>
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
