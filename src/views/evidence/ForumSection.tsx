import type { Channel } from '@bridge/model/channel.ts'
import { ForumMarks } from '../../components/ForumMarks.tsx'
import { useForumMarks, useForumRules } from '../../ipc/use-forum-marks.ts'
import { useWords } from '../../messages/WordsProvider.tsx'

/** What the open message counts for before each forum of the case. */
export function ForumSection({
  caseId,
  messageId,
  channel,
}: {
  caseId: string
  messageId: string
  channel: Channel
}) {
  const words = useWords().forums
  const marks = useForumMarks(caseId, { messageIds: [messageId] })(messageId)
  const marking = useForumRules(caseId)
  if (marks.length === 0) return null
  return (
    <section>
      <h3>{words.side}</h3>
      <ForumMarks marks={marks} channel={channel} {...marking} />
    </section>
  )
}
