import { type ScoreLine, type ScoreMark, scoreMark } from '@bridge/model/authenticity.ts'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Authenticity.module.css'
import { useSaid } from './use-said.ts'
import { VerdictSign } from './VerdictSign.tsx'

interface ScoreTabProps {
  messageId: string
  score: readonly ScoreLine[]
}

/** The twelve factors, each with its reason; three of them only the lawyer can say. */
export function ScoreTab({ messageId, score }: ScoreTabProps) {
  const words = useWords().authenticity.score
  const locale = useLocale()
  const said = useSaid()
  const count = (mark: ScoreMark): string =>
    formatCount(score.filter((line) => line.mark === mark).length, locale)
  return (
    <div className={classes.tab}>
      <strong role="status">{words.intro(count('strong'), count('weak'), count('not-known'))}</strong>
      <div className={classes.group}>
        {score.map((line) => (
          <div key={line.factor} className={classes.finding}>
            <VerdictSign verdict={line.mark} word={words.mark[line.mark]} />
            <div className={classes.body}>
              <strong>
                {line.factor}. {said(line.title)}
              </strong>
              <p>{said(line.reason)}</p>
              {line.advice && (
                <p className={classes.soft}>
                  {words.stronger}: {said(line.advice)}
                </p>
              )}
              {line.asked && <MarkForm messageId={messageId} line={line} />}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

function MarkForm({ messageId, line }: { messageId: string; line: ScoreLine }) {
  const words = useWords().authenticity.score
  const tell = useTell()
  const { run, running } = useCommand('authenticity.mark')
  const [mark, setMark] = useState<ScoreMark>(line.mark)
  const [note, setNote] = useState(line.note)
  const save = async (): Promise<void> => {
    const reply = await run({ messageId, factor: line.factor, mark, note })
    if (reply.ok) tell.done(words.saved)
    else tell.error(reply.error)
  }
  return (
    <div className={classes.say}>
      <NativeSelect
        size="xs"
        label={words.say}
        data={scoreMark.options.map((value) => ({ value, label: words.mark[value] }))}
        value={mark}
        onChange={(event) => setMark(scoreMark.parse(event.currentTarget.value))}
      />
      <TextInput
        size="xs"
        style={{ flex: 1 }}
        label={words.note}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" loading={running} onClick={() => void save()}>
        {words.save}
      </Button>
    </div>
  )
}
