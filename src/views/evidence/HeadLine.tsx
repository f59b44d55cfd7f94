import type { MessageView } from '@bridge/model/evidence.ts'
import type { Person } from '@bridge/model/message.ts'
import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { MomentText } from '../../components/DateText.tsx'
import { wordFlag } from '../../components/word-flag.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { Headers } from './Headers.tsx'
import classes from './Reader.module.css'

/** What a document is: it has no sender and no day. */
function DocumentLine({ message }: { message: MessageView }) {
  const words = useWords().terms
  return (
    <div className={classes.line}>
      <span className={classes.soft}>{words.channel[message.channel]}</span>
    </div>
  )
}

/** Who, to whom, when and in which zone; the rest unfolds. The address always stands beside the name. */
export function HeadLine({ message }: { message: MessageView }) {
  return message.form === 'document' ? <DocumentLine message={message} /> : <MailLine message={message} />
}

function MailLine({ message }: { message: MessageView }) {
  const { evidence: words, identities } = useWords()
  const [open, setOpen] = useState(false)
  const headersId = useId()
  const doubts = message.flags.map((flag) => wordFlag(identities, flag))
  // U+FFFD stands for each character that was lost on its way.
  if (message.text.includes('\uFFFD')) doubts.push(words.textDamaged)
  return (
    <>
      <div className={classes.line}>
        <PersonText person={message.from[0]} />
        {message.fromCounterparty && <span className={classes.soft}>({words.counterparty})</span>}
        <span>
          <span className={classes.soft} aria-hidden="true">
            →{' '}
          </span>
          <PersonText person={message.to[0]} />
        </span>
        {message.to.length > 1 && (
          <span className={classes.soft}>{words.head.others(message.to.length - 1)}</span>
        )}
        <span className={classes.when}>
          {message.date.at ? (
            <MomentText at={message.date.at} zoneMinutes={message.date.zoneMinutes} />
          ) : (
            words.head.noDate
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={open}
            aria-controls={headersId}
            onClick={() => setOpen(!open)}
          >
            {open ? words.head.fewer : words.head.more}
          </Button>
        </span>
      </div>
      {doubts.map((doubt) => (
        <div key={doubt} className={classes.line}>
          <span className={classes.doubt}>
            <IconEye size={14} aria-hidden="true" />
            <bdi>{doubt}</bdi>
          </span>
        </div>
      ))}
      <div id={headersId}>{open && <Headers message={message} />}</div>
    </>
  )
}

function PersonText({ person }: { person: Person | undefined }) {
  const words = useWords().evidence
  if (!person) return <span className={classes.soft}>{words.noSender}</span>
  return (
    <span className={classes.person}>
      {/* Isolated: a name that turns the order of writing around would turn the address, too. */}
      {person.name && (
        <strong>
          <bdi>{person.name}</bdi>{' '}
        </strong>
      )}
      <bdi className={person.name ? classes.soft : undefined}>{`<${person.address}>`}</bdi>
    </span>
  )
}
