import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import { Notice } from '../../components/Notice.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { daysBetween } from '../../lib/days-between.ts'
import { today } from '../../lib/today.ts'
import { useWords } from '../../messages/WordsProvider.tsx'

/** Says how much of the case lies on a platform that may delete it; nothing where all of it is captured. */
export function PerishableReminder({ caseId }: { caseId: string }) {
  const words = useWords().forums.perishables
  const [, go] = useLocation()
  const { data } = useQuery('perishables.list', { caseId })
  const open = data?.perishables.filter(({ captured }) => captured === null) ?? []
  if (open.length === 0) return null
  const overdue = open.filter(({ lastDay }) => lastDay !== null && daysBetween(today(), lastDay) < 0).length
  return (
    <Notice kind="warning" title={words.reminder(open.length)}>
      {overdue > 0 && <p>{words.reminderOverdue(overdue)}</p>}
      <Button size="compact-sm" variant="default" onClick={() => go(`/cases/${caseId}/forums`)}>
        {words.show}
      </Button>
    </Notice>
  )
}
