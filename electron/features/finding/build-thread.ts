import type { ThreadEntry } from '@bridge/model/finding.ts'
import type { MessageRef } from '@bridge/model/statement.ts'

export interface ThreadMessage {
  message: MessageRef
  headerMessageId: string | null
}

/** A message and one that it says it answers. */
export interface Link {
  messageId: string
  target: string
}

/**
 * The messages of a thread as a tree, oldest first on each level. What a message answers and is nowhere in the case (`known`) stands
 * as a gap above it; a message that is there is never put below a gap because of an older reference.
 */
export function buildThread(
  messages: readonly ThreadMessage[],
  links: readonly Link[],
  known: ReadonlySet<string>,
): ThreadEntry[] {
  const own = new Map(
    messages.flatMap((one) => (one.headerMessageId === null ? [] : [[one.headerMessageId, one]])),
  )
  const nearest = new Map<string, string>()
  for (const { messageId, target } of links) if (!nearest.has(messageId)) nearest.set(messageId, target)
  const below = new Map<string, ThreadMessage[]>()
  const roots: (ThreadMessage | string)[] = []
  for (const one of messages) {
    const parent = nearest.get(one.message.id)
    if (parent === undefined || (known.has(parent) && !own.has(parent)) || parent === one.headerMessageId) {
      roots.push(one)
      continue
    }
    const siblings = below.get(parent)
    if (siblings) siblings.push(one)
    else below.set(parent, [one])
    if (!siblings && !own.has(parent)) roots.push(parent)
  }
  const entries: ThreadEntry[] = []
  const placed = new Set<string>()
  const place = (root: ThreadMessage | string): void => {
    const waiting: { one: ThreadMessage | string; depth: number }[] = [{ one: root, depth: 0 }]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { one, depth } = next
      const isGap = typeof one === 'string'
      if (!isGap && placed.has(one.message.id)) continue
      if (!isGap) placed.add(one.message.id)
      const headerMessageId = isGap ? one : one.headerMessageId
      entries.push({ message: isGap ? null : one.message, headerMessageId, depth })
      const replies = headerMessageId === null ? [] : (below.get(headerMessageId) ?? [])
      for (const reply of replies.toReversed()) waiting.push({ one: reply, depth: depth + 1 })
    }
  }
  for (const root of roots) place(root)
  // Messages that answer one another in a ring hang below nothing.
  for (const one of messages) if (!placed.has(one.message.id)) place(one)
  return entries
}
