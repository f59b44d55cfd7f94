import type { Statement } from '@bridge/model/statement.ts'
import { ForumMarks } from '../../components/ForumMarks.tsx'
import { useForumMarks, useForumRules } from '../../ipc/use-forum-marks.ts'

/** What a statement counts for before each forum of the case. */
export function StatementMarks({ caseId, statement }: { caseId: string; statement: Statement }) {
  const marks = useForumMarks(caseId, { statementIds: [statement.id] })(statement.id)
  const marking = useForumRules(caseId)
  return <ForumMarks marks={marks} channel={statement.channel} {...marking} />
}
