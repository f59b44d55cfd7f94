import type { ReceiptVerdict } from '@bridge/model/receipt.ts'
import { Button, Textarea } from '@mantine/core'
import { IconRosetteDiscountCheckFilled } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Safekeeping.module.css'

/** The answer appears at the end of the view, where nobody may be looking. */
const intoView = (answer: HTMLElement | null): void => answer?.scrollIntoView({ block: 'nearest' })

/** A receipt, typed or scanned, held against the vault. */
export function CheckReceipt() {
  const words = useWords().safekeeping.custody
  const check = useCommand('receipts.check')
  const [text, setText] = useState('')
  const [verdict, setVerdict] = useState<ReceiptVerdict | null>(null)
  const submit = async (): Promise<void> => {
    const reply = await check.run({ text })
    setVerdict(reply.ok ? reply.value.verdict : null)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Textarea
        className={classes.mono}
        label={words.check}
        description={words.checkHint}
        autosize
        minRows={2}
        maxLength={4000}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setVerdict(null)
        }}
      />
      <div className={classes.row}>
        <Button type="submit" variant="default" disabled={text.trim() === ''} loading={check.running}>
          {words.checkButton}
        </Button>
      </div>
      {check.error && <Failed error={check.error} />}
      {verdict && (
        <div ref={intoView}>
          <Verdict verdict={verdict} />
        </div>
      )}
    </form>
  )
}

function Verdict({ verdict }: { verdict: ReceiptVerdict }) {
  const words = useWords().safekeeping.custody.verdicts
  if (verdict !== 'MATCHES')
    return <Notice kind={verdict === 'NOT_A_RECEIPT' ? 'look' : 'warning'} title={words[verdict]} live />
  return (
    <p className={classes.proof} data-kept role="status">
      <IconRosetteDiscountCheckFilled size={18} aria-hidden="true" />
      {words.MATCHES}
    </p>
  )
}
