import type { CaseRecord } from '@bridge/model/case.ts'
import { useState } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { CaseEditor } from './CaseEditor.tsx'

/** The form of a case: a new one without an id, else the one with it. */
export const CaseForm = ({ caseId }: { caseId?: string }) =>
  caseId ? <KnownCase caseId={caseId} /> : <CaseEditor saved={null} />

function KnownCase({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useQuery('cases.get', { caseId })
  // The form starts from the first answer and stays with it: a later one must not overwrite what is being typed.
  const [first, setFirst] = useState<CaseRecord>()
  if (!first && data) setFirst(data)
  if (first) return <CaseEditor saved={first} latest={data} onStale={() => void refetch()} />
  return error ? <Failed error={error.error} onRetry={() => void refetch()} /> : <Loading />
}
