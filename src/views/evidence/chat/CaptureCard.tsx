import type { SpokenLine } from '@bridge/model/chat.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { MomentText } from '../../../components/DateText.tsx'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { useQuery } from '../../../ipc/use-query.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { langOf } from '../../../lib/lang-of.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Capture.module.css'
import { DescribeCapture } from './DescribeCapture.tsx'
import { TranscribeLine } from './TranscribeLine.tsx'

/** What a picture of a screen is, and the lines typed off it; the picture stays the original of each. */
export function CaptureCard({ messageId, caseId }: { messageId: string; caseId: string }) {
  const { chat, terms } = useWords()
  const words = chat.capture
  const locale = useLocale()
  const { data } = useQuery('chat.getCapture', { messageId })
  const [open, setOpen] = useState<'describe' | 'type' | SpokenLine | null>(null)
  if (!data) return null
  const { capture, transcript } = data
  const { lines, withdrawnCount } = transcript
  const close = (): void => setOpen(null)
  const facts = capture && [
    terms.channel[capture.channel],
    [capture.capturedOn, capture.capturedTime, capture.capturedZone].filter(Boolean).join(' '),
    ...[capture.account, capture.orderNumber, capture.complaintNumber, capture.capturedBy],
  ]
  return (
    <section className={classes.card} aria-label={words.title}>
      <div className={classes.head}>
        <span className={classes.facts}>{facts ? facts.filter(Boolean).join(' · ') : words.none}</span>
        <Button size="compact-sm" variant="default" onClick={() => setOpen('describe')}>
          {words.describe}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setOpen('type')}>
          {words.type}
        </Button>
      </div>
      <div className={classes.lines}>
        {lines.map((line) => (
          <TypedLine key={line.messageId} line={line} onMend={() => setOpen(line)} />
        ))}
        {withdrawnCount > 0 && (
          <p className={classes.soft}>
            {chat.reader.withdrawn(formatCount(withdrawnCount, locale), withdrawnCount === 1)}
          </p>
        )}
      </div>
      {open === 'describe' && <DescribeCapture {...{ messageId, capture }} onClose={close} />}
      {open !== null && open !== 'describe' && (
        <TranscribeLine {...{ messageId, caseId }} replaced={open === 'type' ? null : open} onClose={close} />
      )}
    </section>
  )
}

function TypedLine({ line, onMend }: { line: SpokenLine; onMend: () => void }) {
  const words = useWords().chat
  const tell = useTell()
  const withdraw = useCommand('chat.withdraw')
  const run = async (): Promise<void> => {
    const reply = await withdraw.run({ lineId: line.messageId })
    if (reply.ok) tell.done(words.capture.withdrawn)
    else tell.error(reply.error)
  }
  return (
    <div className={classes.line}>
      <span className={classes.soft}>
        {line.at ? (
          <MomentText at={line.at} zoneMinutes={line.zoneMinutes} />
        ) : (
          (line.raw ?? words.reader.noDay)
        )}
      </span>
      <bdi className={classes.who}>{line.speaker || words.reader.program}</bdi>
      <span className={classes.text} lang={langOf(line.text)}>
        {line.text}
      </span>
      <Button size="compact-xs" variant="subtle" onClick={onMend}>
        {words.capture.mend}
      </Button>
      <Button size="compact-xs" variant="subtle" loading={withdraw.running} onClick={() => void run()}>
        {words.capture.withdraw}
      </Button>
    </div>
  )
}
