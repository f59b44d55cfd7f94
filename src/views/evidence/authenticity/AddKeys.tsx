import type { Output } from '@bridge/channels/index.ts'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '../../../components/DayField.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { readDay } from '../../../lib/read-day.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Authenticity.module.css'

const EMPTY = { text: '', lookedUpOn: '', lookedUpBy: '', source: '' }

/** What another computer answered: keys out of it are kept, lines that give none are named. */
export function AddKeys() {
  const words = useWords().authenticity.keys
  const locale = useLocale()
  const tell = useTell()
  const { run, running } = useCommand('authenticity.addKeys')
  const [form, setForm] = useState(EMPTY)
  const [problems, setProblems] = useState<Output<'authenticity.addKeys'>['problems']>([])
  const set = (change: Partial<typeof EMPTY>): void => setForm({ ...form, ...change })
  const add = async (): Promise<void> => {
    const reply = await run(form)
    if (!reply.ok) {
      tell.error(reply.error)
      return
    }
    const { added, known } = reply.value
    setProblems(reply.value.problems)
    tell.done(words.added(formatCount(added.length, locale), formatCount(known, locale)))
    if (reply.value.problems.length === 0) set({ text: '' })
  }
  return (
    <section className={classes.group}>
      <Textarea
        label={words.answer}
        minRows={4}
        maxRows={10}
        autosize
        spellCheck={false}
        value={form.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <div className={classes.row}>
        <DayField
          label={words.lookedUpOn}
          value={form.lookedUpOn}
          onChange={(lookedUpOn) => set({ lookedUpOn })}
        />
        <TextInput
          label={words.lookedUpBy}
          maxLength={300}
          value={form.lookedUpBy}
          onChange={(event) => set({ lookedUpBy: event.currentTarget.value })}
        />
        <TextInput
          label={words.source}
          maxLength={300}
          value={form.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
      </div>
      {problems.map(({ line, problem }) => (
        <Notice key={line} kind="look" title={words.line(formatCount(line, locale))} live>
          {words.problem[problem]}
        </Notice>
      ))}
      <div className={classes.end}>
        <Button
          disabled={form.text.trim() === '' || readDay(form.lookedUpOn) === null}
          loading={running}
          onClick={() => void add()}
        >
          {words.add}
        </Button>
      </div>
    </section>
  )
}
