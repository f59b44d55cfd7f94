import type { Forum } from '@bridge/model/case.ts'
import type { ForumVerdict } from '@bridge/model/forum.ts'

const verdict: Record<ForumVerdict, string> = {
  counts: 'Counts',
  'counts-if-confirmed': 'Only if confirmed',
  'reference-only': 'Reference only',
  'lost-when-deleted': 'Lost if not captured',
  'does-not-count': 'Does not count',
  contested: 'Denied: contested',
}

const short: Record<Forum, string> = {
  'prc-court': 'Court',
  cietac: 'CIETAC',
  hkiac: 'HKIAC',
  'other-arbitration': 'Arbitration',
  'alibaba-mediation': 'Alibaba',
  'aliexpress-dispute': 'AliExpress',
}

export const forums = {
  verdict,
  short,
  title: 'What counts where',
  intro:
    'Every statement, and every message that stands in an exhibit, before each forum of the case. Behind each mark stand the rule, its source and its date.',
  noForums: 'This case names no forum yet',
  noForumsDetail: 'Choose in the case where it may be heard; the marks follow from that.',
  editCase: 'Edit the case',
  nothing: 'Nothing here yet',
  nothingDetail: 'Mark statements in messages, or make exhibits of messages.',
  columns: { what: 'Said', channel: 'Channel', exhibits: 'Exhibits', agreed: 'Both agree' },
  all: 'All',
  missing: (forum: string) => `Missing for: ${forum}`,
  filter: 'Which to show',
  shown: (shown: string, all: string) => `${shown} of ${all}`,
  exhibit: 'Message in an exhibit',
  agree: 'Both agree…',
  agreeTitle: 'Both parties agree that it is true and accurate',
  agreeNote: 'Where that can be read',
  agreeRemove: 'They do not agree',
  overridden: 'Decided by you:',
  restore: (rule: string) => `Let ${rule} decide again`,
  override: (rule: string) => `Override ${rule} for this case…`,
  ownVerdict: 'Your verdict',
  reason: 'Reason',
  currentOn: 'text of',
  undated: 'the source bears no date',
  verifiedOn: 'checked on',
  unverified: 'not checked against its source yet',
  side: 'What it counts for',
  perishables: {
    title: 'What may be deleted',
    intro: (days: number) =>
      `Alibaba may delete Complaint Center data a reasonable time after use of it has ended, and need not keep chats (CJO-4, CJO-5). The rule states no number of days: ${days} is the app’s own cautious assumption, and can be changed for each.`,
    add: 'Add',
    empty: 'Nothing listed. Add each complaint and each chat on the platform that is not captured yet.',
    uncaptured: (count: number) =>
      count === 1
        ? '1 statement is only a note of what was said there.'
        : `${count} statements are only notes of what was said there.`,
    what: 'What',
    place: 'Where',
    ended: 'Use ended on',
    days: 'Days it is taken to be kept',
    last: 'Taken to be there until',
    left: (days: number) => (days === 1 ? '1 day left' : `${days} days left`),
    overdue: (days: number) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
    today: 'today is the last day',
    open: 'no end known: capture it now',
    captured: 'Captured',
    capturedBy: 'Captured by',
    none: 'not captured',
    remove: 'Remove',
    removeQuestion: 'Take this off the list?',
    edit: 'Change',
    newTitle: 'Something the platform may delete',
    openCapture: 'Open the capture',
    reminder: (count: number) =>
      count === 1 ? '1 thing on a platform may be deleted' : `${count} things on platforms may be deleted`,
    reminderOverdue: (count: number) => `${count} of them overdue`,
    show: 'Show them',
  },
}
