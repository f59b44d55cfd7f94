import type { Output } from '@bridge/channels/index.ts'
import type { ForumMark, ForumRule, RuleOverride } from '@bridge/model/forum.ts'
import { useCommand } from './use-command.ts'
import { useQuery } from './use-query.ts'

export interface ForumMarking {
  rules: readonly ForumRule[]
  /** Puts the lawyer's verdict in the place of a rule's; true where it was kept. */
  override: (override: RuleOverride) => Promise<boolean>
  restore: (key: Pick<RuleOverride, 'ruleId' | 'forum' | 'channel'>) => Promise<boolean>
}

/** The rules on what counts where, and what overrides them for a case. */
export function useForumRules(caseId: string): ForumMarking {
  const { data } = useQuery('forums.rules', {})
  const override = useCommand('forums.override')
  const restore = useCommand('forums.restoreRule')
  return {
    rules: data?.rules ?? [],
    override: async (verdict) => (await override.run({ caseId, ...verdict })).ok,
    restore: async (key) => (await restore.run({ caseId, ...key })).ok,
  }
}

type Marked = Output<'forums.marks'>['marked']

/** What each of these messages and statements counts for; nothing while it is not known yet. */
export function useForumMarks(
  caseId: string,
  { messageIds = [], statementIds = [] }: { messageIds?: string[]; statementIds?: string[] },
): (id: string) => readonly ForumMark[] {
  const enabled = messageIds.length + statementIds.length > 0
  const { data } = useQuery('forums.marks', { caseId, messageIds, statementIds }, { enabled })
  const marked: Marked = data?.marked ?? []
  return (id) => marked.find((each) => each.id === id)?.marks ?? []
}
