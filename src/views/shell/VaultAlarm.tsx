import { Button } from '@mantine/core'
import { Failed } from '../../components/Failed.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCommand } from '../../ipc/use-command.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './VaultAlarm.module.css'

/** That the record of this vault lacks something, above all else in the window, until the lawyer says that she has read it. */
export function VaultAlarm() {
  const words = useWords().app.alarm
  const { data } = useQuery('vault.status', {}, { keepPrevious: true })
  const accept = useCommand('vault.acceptAlarm')
  const alarm = data?.alarm
  if (!alarm) return null
  const { title, detail } = words[alarm.finding](alarm)
  return (
    <Notice kind="warning" live title={title}>
      <p className={classes.detail}>{detail}</p>
      {accept.error && <Failed error={accept.error} />}
      <Button
        size="compact-sm"
        variant="default"
        loading={accept.running}
        onClick={() => void accept.run({})}
      >
        {words.accept}
      </Button>
    </Notice>
  )
}
