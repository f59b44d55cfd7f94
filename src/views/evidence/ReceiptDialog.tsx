import type { ImportReceipt, IntakeOutcome } from '@bridge/model/evidence.ts'
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { usePaged } from '../../ipc/use-paged.ts'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { ProvenanceForm } from './authenticity/ProvenanceForm.tsx'
import classes from './Receipt.module.css'
import { ReceiptLines } from './ReceiptLines.tsx'

const OUTCOMES: readonly IntakeOutcome[] = ['stored', 'known', 'unreadable', 'skipped']

interface ReceiptDialogProps {
  importId: string
  onClose: () => void
}

/** The counted receipt of one import: how many of each outcome, and every line with its reason. */
export function ReceiptDialog({ importId, onClose }: ReceiptDialogProps) {
  const words = useWords()
  const { receipt: label } = words.evidence
  const [outcome, setOutcome] = useState<IntakeOutcome | null>(null)
  const lines = usePaged('evidence.getReceipt', { importId, outcome })
  const receipt = lines.pageOf(0)?.page.receipt
  return (
    <Dialog onClose={onClose} size={720} title={receipt?.cancelled ? label.titleCancelled : label.title}>
      {lines.error && <Failed error={lines.error} />}
      {!receipt && !lines.error && <Loading />}
      {receipt && (
        <div className={classes.receipt}>
          {receipt.cancelled && <Notice kind="look" title={label.cancelled} />}
          <Counts receipt={receipt} outcome={outcome} onOutcome={setOutcome} />
          <ProvenanceForm importId={importId} />
          <ReceiptLines key={outcome} lines={lines} />
        </div>
      )}
    </Dialog>
  )
}

interface CountsProps {
  receipt: ImportReceipt
  outcome: IntakeOutcome | null
  onOutcome: (outcome: IntakeOutcome | null) => void
}

/** The four counts; each narrows the lines below, and pressed again widens them. */
function Counts({ receipt, outcome, onOutcome }: CountsProps) {
  const words = useWords()
  const locale = useLocale()
  const all = OUTCOMES.reduce((sum, one) => sum + receipt.counts[one], 0)
  return (
    <>
      <p className={classes.summary} role="status">
        {words.evidence.receipt.summary(formatCount(receipt.counts.stored, locale), formatCount(all, locale))}
      </p>
      <div className={classes.counts}>
        {OUTCOMES.map((one) => (
          <UnstyledButton
            key={one}
            className={classes.count}
            aria-pressed={outcome === one}
            data-outcome={receipt.counts[one] > 0 ? one : undefined}
            onClick={() => onOutcome(outcome === one ? null : one)}
          >
            <span className={classes.number}>{formatCount(receipt.counts[one], locale)}</span>
            <span>{words.terms.outcome[one]}</span>
          </UnstyledButton>
        ))}
      </div>
    </>
  )
}
