import type { VaultState } from '@bridge/channels/vault.ts'
import { type ReactNode, useState } from 'react'
import { RecoveryCode } from '../../components/RecoveryCode.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import { CreateVault } from './CreateVault.tsx'
import { EnterPassphrase } from './EnterPassphrase.tsx'
import { ProveRecovery } from './ProveRecovery.tsx'
import { RestoreBackup } from './RestoreBackup.tsx'
import { RestoreWithRecovery } from './RestoreWithRecovery.tsx'
import classes from './UnlockView.module.css'

interface UnlockViewProps {
  state: Exclude<VaultState, 'unlocked'>
  /** Language and colours, which can be changed before anything is open. */
  corner: ReactNode
}

/** The whole window while the vault is closed. */
export function UnlockView({ state, corner }: UnlockViewProps) {
  const words = useWords()
  return (
    <div className={classes.door}>
      <main className={classes.card}>
        <header className={classes.head}>
          <h1 className={classes.name}>{words.app.name}</h1>
          <p className={classes.tagline}>{words.unlock.tagline}</p>
        </header>
        {state === 'locked' ? <Locked /> : <NewVault begun={state === 'awaiting-recovery'} />}
      </main>
      <footer className={classes.corner} data-not-printed>
        <span>{words.app.offline}</span>
        {corner}
      </footer>
    </div>
  )
}

function Locked() {
  const [way, setWay] = useState<'passphrase' | 'recovery' | 'backup'>('passphrase')
  const back = (): void => setWay('passphrase')
  if (way === 'recovery') return <RestoreWithRecovery onBack={back} />
  if (way === 'backup') return <RestoreBackup onBack={back} />
  return <EnterPassphrase onUseRecovery={() => setWay('recovery')} onRestore={() => setWay('backup')} />
}

/** Passphrase, recovery code, code typed back. The code lives only here, and only until the vault opens. */
function NewVault({ begun }: { begun: boolean }) {
  const [code, setCode] = useState<string | null>(null)
  const [step, setStep] = useState<'create' | 'show' | 'prove' | 'backup'>(begun ? 'prove' : 'create')
  if (step === 'show' && code) return <RecoveryCode code={code} onKept={() => setStep('prove')} />
  if (step === 'prove')
    return (
      <ProveRecovery onShow={code ? () => setStep('show') : null} onStartOver={() => setStep('create')} />
    )
  if (step === 'backup') return <RestoreBackup onBack={() => setStep('create')} />
  return (
    <CreateVault
      onRestore={() => setStep('backup')}
      onCreated={(made) => {
        setCode(made)
        setStep('show')
      }}
    />
  )
}
