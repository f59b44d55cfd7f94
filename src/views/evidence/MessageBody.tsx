import type { MessageView } from '@bridge/model/evidence.ts'
import type { Place } from '@bridge/model/finding.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { SegmentedControl } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import { MessageText } from './MessageText.tsx'
import classes from './Reader.module.css'

interface MessageBodyProps {
  message: MessageView
  statements: readonly Statement[]
  places: readonly Place[]
}

const WAYS = ['text', 'html'] as const

/** What the message says: as text, in which statements are marked, or as it was sent, in a frame that loads nothing. */
export function MessageBody({ message, statements, places }: MessageBodyProps) {
  const words = useWords()
  const { body } = words.evidence
  const [way, setWay] = useLocalStorage<(typeof WAYS)[number]>({
    key: 'message-way',
    defaultValue: 'text',
    getInitialValueInEffect: false,
  })
  const html = message.hasHtml && way === 'html'
  const toggle = (): void => setWay(html ? 'text' : 'html')
  useActions(
    message.hasHtml
      ? [{ id: 'toggle-body', label: body.toggle, group: words.app.groups.message, keys: 'h', run: toggle }]
      : [],
  )
  const choice = message.hasHtml && (
    <SegmentedControl
      aria-label={body.label}
      data={WAYS.map((value) => ({ value, label: body[value] }))}
      value={html ? 'html' : 'text'}
      onChange={setWay}
    />
  )
  if (!html) return <MessageText {...{ message, statements, places, choice }} />
  return (
    <div className={classes.body}>
      <iframe
        className={classes.frame}
        sandbox=""
        title={body.frame}
        src={`/content/messages/${message.id}/body`}
      />
      <div className={classes.bar}>
        <span className={classes.grow}>
          {places.length > 0 ? words.evidence.hit.showText : body.markInText}
        </span>
        {choice}
      </div>
    </div>
  )
}
