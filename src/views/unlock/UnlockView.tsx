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
  // Here and not below: a restore makes a vault where there was none, and still has to say so.
  const [restoring, setRestoring] = useState(false)
  const restore = (): void => setRestoring(true)
  return (
    <div className={classes.door}>
      <main className={classes.card}>
        <header className={classes.head}>
          <h1 className={classes.name}>{words.app.name}</h1>
          <p className={classes.tagline}>{words.unlock.tagline}</p>
        </header>
        {restoring ? (
          <RestoreBackup onBack={() => setRestoring(false)} />
        ) : state === 'locked' ? (
          <Locked onRestore={restore} />
        ) : (
          <NewVault begun={state === 'awaiting-recovery'} onRestore={restore} />
        )}
      </main>
      <footer className={classes.corner} data-not-printed>
        <span>{words.app.offline}</span>
        {corner}
      </footer>
    </div>
  )
}

function Locked({ onRestore }: { onRestore: () => void }) {
  const [byCode, setByCode] = useState(false)
  if (byCode) return <RestoreWithRecovery onBack={() => setByCode(false)} />
  return <EnterPassphrase onUseRecovery={() => setByCode(true)} onRestore={onRestore} />
}

/** Passphrase, recovery code, code typed back. The code lives only here, and only until the vault opens. */
function NewVault({ begun, onRestore }: { begun: boolean; onRestore: () => void }) {
  const [code, setCode] = useState<string | null>(null)
  const [step, setStep] = useState<'create' | 'show' | 'prove'>(begun ? 'prove' : 'create')
  if (step === 'show' && code) return <RecoveryCode code={code} onKept={() => setStep('prove')} />
  if (step === 'prove')
    return (
      <ProveRecovery onShow={code ? () => setStep('show') : null} onStartOver={() => setStep('create')} />
    )
  return (
    <CreateVault
      onRestore={onRestore}
      onCreated={(made) => {
        setCode(made)
        setStep('show')
      }}
    />
  )
}
