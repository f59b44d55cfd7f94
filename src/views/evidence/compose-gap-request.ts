import type { Gap } from '@bridge/model/finding.ts'
import { formatMomentDay } from '../../lib/format-date.ts'
import { formatCount } from '../../lib/format-number.ts'
import { en } from '../../messages/en/index.ts'
import type { Messages } from '../../messages/messages.ts'
import type { Locale } from '../../messages/WordsProvider.tsx'
import { zhCN } from '../../messages/zh-CN/index.ts'

/** What the client is asked for, in Chinese and in English: the Message-IDs that are missing, and who answered them when. */
export const composeGapRequest = (gaps: readonly Gap[], gapCount: number): string =>
  [requestIn(zhCN, 'zh-CN', gaps, gapCount), requestIn(en, 'en', gaps, gapCount)].join('\n\n')

function requestIn(words: Messages, locale: Locale, gaps: readonly Gap[], gapCount: number): string {
  const { gaps: label } = words.finding
  const lines = gaps.map(({ headerMessageId, replies }, at) => {
    const answers = replies.flatMap(({ sentAt, sentZoneMinutes, fromName, fromAddress }) =>
      sentAt ? label.answered(formatMomentDay(sentAt, sentZoneMinutes, locale), fromName || fromAddress) : [],
    )
    return `${at + 1}. <${headerMessageId}>${answers.length > 0 ? ` (${answers.join('; ')})` : ''}`
  })
  const left = gapCount - gaps.length
  return [label.request, ...lines, ...(left > 0 ? [label.more(formatCount(left, locale))] : [])].join('\n')
}
