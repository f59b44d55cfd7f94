import { Button } from '@mantine/core'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { CheckReceipt } from './CheckReceipt.tsx'
import classes from './Safekeeping.module.css'
import { Section } from './Section.tsx'

/** What shows outsiders that the vault is unaltered. */
export function CustodySection() {
  const words = useWords().safekeeping.custody
  const tell = useTell()
  const issue = useCommand('receipts.issue')
  const write = useCommand('custody.export')
  const issueReceipt = async (): Promise<void> => {
    const reply = await issue.run({})
    if (!reply.ok) tell.error(reply.error)
    else if (reply.value.receipt) tell.done(words.issued)
  }
  const writeRecord = async (): Promise<void> => {
    const reply = await write.run({})
    if (!reply.ok) tell.error(reply.error)
    else if (reply.value.made) tell.done(words.recorded(reply.value.made.name))
  }
  return (
    <Section title={words.title} intro={words.intro}>
      <div className={classes.row}>
        <Button variant="default" loading={issue.running} onClick={() => void issueReceipt()}>
          {words.issue}
        </Button>
        <Button variant="default" loading={write.running} onClick={() => void writeRecord()}>
          {words.record}
        </Button>
      </div>
      <CheckReceipt />
    </Section>
  )
}
