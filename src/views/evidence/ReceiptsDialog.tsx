import { Button } from '@mantine/core'
import { MomentText } from '../../components/DateText.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { formatCount } from '../../lib/format-number.ts'
import { zoneHere } from '../../lib/zone-here.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './Receipt.module.css'

interface ReceiptsDialogProps {
  caseId: string
  onOpen: (importId: string) => void
  onClose: () => void
}

/** All imports into a case, newest first, each with its receipt. */
export function ReceiptsDialog({ caseId, onOpen, onClose }: ReceiptsDialogProps) {
  const words = useWords()
  const { receipt: label } = words.evidence
  const locale = useLocale()
  const imports = useQuery('evidence.listImports', { caseId }).data?.imports
  return (
    <Dialog onClose={onClose} size={560} title={label.listTitle}>
      {imports?.length === 0 && <p className={classes.none}>{label.none}</p>}
      <ul className={classes.imports}>
        {imports?.map(({ id, startedAt, endedAt, counts }) => {
          const all = counts.stored + counts.known + counts.unreadable + counts.skipped
          return (
            <li key={id} className={classes.import}>
              <div>
                <MomentText at={startedAt} zoneMinutes={zoneHere(startedAt)} />
                <div className={classes.soft}>
                  {endedAt
                    ? label.summary(formatCount(counts.stored, locale), formatCount(all, locale))
                    : label.running}
                </div>
              </div>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  onClose()
                  onOpen(id)
                }}
              >
                {label.open}
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
