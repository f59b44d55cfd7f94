import type { Finding } from '@bridge/model/authenticity.ts'
import { secondsBetween, writeDifference, writeMoment } from './moments.ts'
import { say } from './say.ts'

/** A message that another one answers, as the case knows it; no instant where it has none or is not in the case. */
export interface Parent {
  readonly messageId: string
  readonly known: boolean
  readonly sentAt: string | null
}

/** Clocks of two people: ten minutes apart is no contradiction. */
const APART_S = -600

/** An answer is younger than what it answers. */
export function checkParents(sentAt: string | null, parents: readonly Parent[]): Finding[] {
  return parents.map(({ messageId, known, sentAt: answered }) => {
    if (!known) return say('parent', 'missing', { messageId })
    if (!sentAt || !answered) return say('parent', 'undated', { messageId })
    const difference = secondsBetween(answered, sentAt)
    return say('parent', difference < APART_S ? 'younger' : 'older', {
      messageId,
      parent: writeMoment(answered),
      date: writeMoment(sentAt),
      difference: writeDifference(difference),
    })
  })
}
