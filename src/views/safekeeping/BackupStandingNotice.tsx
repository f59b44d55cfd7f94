import type { SafekeepingStatus } from '@bridge/model/backup.ts'
import { IconRosetteDiscountCheckFilled } from '@tabler/icons-react'
import { MomentText } from '../../components/DateText.tsx'
import { Notice } from '../../components/Notice.tsx'
import { formatCount } from '../../lib/format-number.ts'
import { zoneHere } from '../../lib/zone-here.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { backupStanding } from './backup-standing.ts'
import classes from './Safekeeping.module.css'

/** The date of the last proven restore, and what a person should look at before relying on it. */
export function BackupStandingNotice({ status }: { status: SafekeepingStatus }) {
  const { safekeeping, terms, errors } = useWords()
  const words = safekeeping.backups
  const locale = useLocale()
  const standing = backupStanding(status, Date.now())
  const { lastProven, lastProblem } = status
  const why = lastProblem?.problem
    ? errors.BACKUP_DAMAGED(lastProblem.problem).title
    : lastProblem && terms.failure[lastProblem.failure]
  return (
    <>
      {lastProven && (
        <p className={classes.proof} data-kept={standing === 'kept' || undefined}>
          <IconRosetteDiscountCheckFilled size={18} aria-hidden="true" />
          <span>
            {words.lastProven}{' '}
            <strong>
              <MomentText at={lastProven.at} zoneMinutes={zoneHere(lastProven.at)} />
            </strong>
          </span>
        </p>
      )}
      {lastProven && lastProven.lackCount > 0 && (
        <Notice
          kind="warning"
          title={words.lacks(formatCount(lastProven.lackCount, locale), lastProven.lackCount === 1)}
        >
          {words.lacksDetail(namesOf(lastProven, locale))}
        </Notice>
      )}
      {standing === 'never' && (
        <Notice kind="warning" title={words.never}>
          {words.neverDetail}
        </Notice>
      )}
      {standing === 'missing' && (
        <Notice kind="warning" title={words.missing}>
          {words.missingDetail}
        </Notice>
      )}
      {standing === 'failed' && (
        <Notice kind="warning" title={words.failed}>
          {why}
        </Notice>
      )}
      {standing === 'overdue' && <Notice kind="warning" title={words.overdue} />}
    </>
  )
}

type LastProven = NonNullable<SafekeepingStatus['lastProven']>

const namesOf = ({ lacks, lackCount }: LastProven, locale: string): string =>
  new Intl.ListFormat(locale, { type: 'unit' }).format(lackCount > lacks.length ? [...lacks, '…'] : lacks)
