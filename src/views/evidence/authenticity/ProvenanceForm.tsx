import type { Provenance } from '@bridge/model/authenticity.ts'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '../../../components/DayField.tsx'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { useQuery } from '../../../ipc/use-query.ts'
import { readDay } from '../../../lib/read-day.ts'
import { useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Authenticity.module.css'

const EMPTY: Provenance = {
  mailbox: '',
  account: '',
  exportedBy: '',
  exportedWith: '',
  exportedOn: null,
  note: '',
}
const TEXTS = ['mailbox', 'account', 'exportedBy', 'exportedWith'] as const

/** Where what an import brought was kept before, and who took it from there. */
export function ProvenanceForm({ importId }: { importId: string }) {
  const { data } = useQuery('authenticity.getProvenance', { importId })
  return data ? <Form key={importId} importId={importId} stated={data.provenance ?? EMPTY} /> : null
}

function Form({ importId, stated }: { importId: string; stated: Provenance }) {
  const words = useWords().authenticity.provenance
  const tell = useTell()
  const { run, running } = useCommand('authenticity.stateProvenance')
  const [form, setForm] = useState(stated)
  const [day, setDay] = useState(stated.exportedOn ?? '')
  const save = async (): Promise<void> => {
    const reply = await run({ importId, provenance: { ...form, exportedOn: readDay(day) } })
    if (reply.ok) tell.done(words.saved)
    else tell.error(reply.error)
  }
  return (
    <details>
      <summary>{words.title}</summary>
      <p className={classes.intro}>{words.intro}</p>
      <div className={classes.row}>
        {TEXTS.map((field) => (
          <TextInput
            key={field}
            size="xs"
            label={words[field]}
            maxLength={300}
            value={form[field]}
            onChange={(event) => setForm({ ...form, [field]: event.currentTarget.value })}
          />
        ))}
        <DayField size="xs" label={words.exportedOn} value={day} onChange={setDay} />
        <TextInput
          size="xs"
          label={words.note}
          maxLength={2000}
          value={form.note}
          onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
        />
      </div>
      <div className={classes.end}>
        <Button
          size="xs"
          variant="default"
          disabled={day !== '' && readDay(day) === null}
          loading={running}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </div>
    </details>
  )
}
