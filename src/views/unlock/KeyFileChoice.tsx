import { Button } from '@mantine/core'
import { IconCheck, IconCircleDashed, IconKey } from '@tabler/icons-react'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './UnlockView.module.css'

interface KeyFileChoiceProps {
  isChosen: boolean
  onChosen: () => void
}

/** Asks for the key file of a vault that its passphrase alone does not open. */
export function KeyFileChoice({ isChosen, onChosen }: KeyFileChoiceProps) {
  const words = useWords().unlock.keyFile
  const choose = useCommand('vault.chooseKeyFile')
  const Sign = isChosen ? IconCheck : IconCircleDashed
  const ask = async (): Promise<void> => {
    const reply = await choose.run({})
    if (reply.ok && reply.value.chosen) onChosen()
  }
  return (
    <div className={classes.keyFile}>
      <p className={classes.rule} role="status">
        <Sign size={14} aria-hidden="true" />
        {isChosen ? words.chosen : words.needed}
      </p>
      <Button
        variant="default"
        leftSection={<IconKey size={16} aria-hidden="true" />}
        loading={choose.running}
        onClick={() => void ask()}
      >
        {isChosen ? words.chooseOther : words.choose}
      </Button>
    </div>
  )
}
