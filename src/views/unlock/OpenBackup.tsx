import type { FoundBackup } from '@bridge/model/backup.ts'
import { Button, NativeSelect, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { useRestoring } from '../../ipc/restoring.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { formatCount, formatSize } from '../../lib/format-number.ts'
import { zoneHere } from '../../lib/zone-here.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './UnlockView.module.css'

interface OpenBackupProps {
  token: string
  /** Newest first; at least one. */
  backups: readonly FoundBackup[]
  onDone: (done: { keptAs: string | null }) => void
}

/** Which backup, and the keys it was made under. */
export function OpenBackup({ token, backups, onDone }: OpenBackupProps) {
  const words = useWords().safekeeping.restore
  const locale = useLocale()
  const restore = useCommand('restore.run')
  const [backupId, setBackupId] = useState(backups[0]?.id ?? '')
  const [kind, setKind] = useState<'passphrase' | 'recovery'>('passphrase')
  const [typed, setTyped] = useState('')
  const submit = async (): Promise<void> => {
    const secret =
      kind === 'passphrase'
        ? { kind, passphrase: typed }
        : ({ kind: 'recovery', recoveryCode: typed } as const)
    const reply = await restore.run({ token, backupId, secret })
    if (reply.ok) onDone(reply.value)
  }
  const nameOf = ({ madeAt, fileCount, totalBytes }: FoundBackup): string =>
    words.line(
      formatMoment(madeAt, zoneHere(madeAt), locale),
      formatCount(fileCount, locale),
      formatSize(totalBytes, locale),
    )
  const needsFile = kind === 'passphrase' && backups.find(({ id }) => id === backupId)?.needsKeyFile === true
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <NativeSelect
        label={words.which}
        data={backups.map((backup) => ({ value: backup.id, label: nameOf(backup) }))}
        value={backupId}
        onChange={(event) => setBackupId(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={words.with}
        data={[
          { value: 'passphrase', label: words.withPassphrase },
          { value: 'recovery', label: words.withRecovery },
        ]}
        value={kind}
        onChange={(value) => {
          setKind(value === 'recovery' ? 'recovery' : 'passphrase')
          setTyped('')
        }}
      />
      {kind === 'passphrase' ? (
        <PasswordInput
          aria-label={words.withPassphrase}
          autoComplete="current-password"
          maxLength={1000}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          aria-label={words.withRecovery}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          classNames={{ input: classes.mono ?? '' }}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {needsFile && <p className={classes.text}>{words.asksKeyFile}</p>}
      {restore.error && <Failed error={restore.error} />}
      {restore.running && <Restoring />}
      <div className={classes.row}>
        <Button type="submit" disabled={typed.trim() === ''} loading={restore.running}>
          {words.submit}
        </Button>
      </div>
    </form>
  )
}

/** How far it is; asking for a key file and deriving keys come before the first report. */
function Restoring() {
  const words = useWords().safekeeping.restore
  const progress = useRestoring()
  if (!progress) return null
  const label = progress.phase === 'proving' ? words.verifying : words.rebuilding
  return (
    <div className={classes.row}>
      <span className={classes.text}>{label}</span>
      <ProgressBar of={progress} label={label} />
    </div>
  )
}
