import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx'
import { KeyFileDialog } from './KeyFileDialog.tsx'
import { NewRecoveryDialog } from './NewRecoveryDialog.tsx'
import classes from './Safekeeping.module.css'
import { Section } from './Section.tsx'

type Asking = 'passphrase' | 'key-file' | 'recovery'

/** What opens the vault. */
export function KeysSection() {
  const words = useWords().safekeeping.keys
  const keyFile = useQuery('vault.status', {}).data?.keyFile
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = (): void => setAsking(null)
  const withKeyFile = keyFile !== undefined && keyFile !== 'none'
  return (
    <Section title={words.title} intro={words.intro}>
      <dl className={classes.facts}>
        <dt>{words.keyFile}</dt>
        <dd>{withKeyFile ? words.keyFileOn : words.keyFileOff}</dd>
      </dl>
      <div className={classes.row}>
        <Button variant="default" onClick={() => setAsking('passphrase')}>
          {words.passphrase}
        </Button>
        <Button variant="default" onClick={() => setAsking('key-file')}>
          {withKeyFile ? words.removeKeyFile : words.addKeyFile}
        </Button>
        <Button variant="default" onClick={() => setAsking('recovery')}>
          {words.recovery}
        </Button>
      </div>
      {asking === 'passphrase' && <ChangePassphraseDialog withKeyFile={withKeyFile} onClose={close} />}
      {asking === 'key-file' && <KeyFileDialog remove={withKeyFile} onClose={close} />}
      {asking === 'recovery' && <NewRecoveryDialog onClose={close} />}
    </Section>
  )
}
