import { NativeSelect } from '@mantine/core'
import { Keys } from '../../components/Keys.tsx'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Safekeeping.module.css'
import { Section } from './Section.tsx'

const MINUTES = [1, 5, 10, 15, 30, 60, 120, 480]

/** When the vault locks by itself. */
export function LockingSection({ idleMinutes }: { idleMinutes: number }) {
  const words = useWords().safekeeping.locking
  const tell = useTell()
  const change = useCommand('safekeeping.change')
  const choices = MINUTES.includes(idleMinutes)
    ? MINUTES
    : [...MINUTES, idleMinutes].toSorted((a, b) => a - b)
  return (
    <Section title={words.title} intro={words.intro}>
      <dl className={classes.facts}>
        <dt>
          <label htmlFor="idle-minutes">{words.idle}</label>
        </dt>
        <dd className={classes.fact}>
          <NativeSelect
            id="idle-minutes"
            className={classes.field}
            data={choices.map((value) => ({ value: String(value), label: words.minutes(value) }))}
            value={String(idleMinutes)}
            onChange={(event) =>
              void change
                .run({ idleMinutes: Number(event.currentTarget.value) })
                .then((reply) => !reply.ok && tell.error(reply.error))
            }
          />
          <span className={classes.soft}>
            {words.key} <Keys keys="mod+l" />
          </span>
        </dd>
      </dl>
    </Section>
  )
}
