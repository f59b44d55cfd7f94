import type { IntakeLine } from '@bridge/model/evidence.ts'
import { Refusal } from '@bridge/refusal.ts'
import type { OriginalityPaper, OriginalPaper } from '../../documents/kinds/originality/model.ts'
import type { Reader } from '../../store/store.ts'
import { type AuthenticityService, findProvenance } from '../authenticity/index.ts'
import { findMessage, listCustodyOf, type StoredMessage } from '../evidence/index.ts'
import type { PackedExhibit } from '../exhibits/index.ts'

/** All the papers say of each message of the exhibit, tested anew. A message that cannot be read is shown untested. */
export async function collectPapers(
  read: Reader,
  authenticity: AuthenticityService,
  packed: PackedExhibit,
): Promise<OriginalityPaper> {
  const messages: OriginalPaper[] = []
  for (const { messageId, path, sizeBytes } of packed.originals) {
    const message = findMessage(read, messageId)
    if (!message) throw new TypeError('An exhibit holds a message that is not there')
    const intakes = listCustodyOf(read, messageId)
    const imports = [...new Set(intakes.map(({ importId }) => importId))]
    messages.push({
      path,
      sha256: message.originalSha256,
      sizeBytes,
      subject: message.subject,
      messageId: message.messageId,
      date: message.sentRaw,
      custody: intakes,
      bytes: bytesOf(message, intakes),
      provenances: imports.map((importId) => findProvenance(read, importId) ?? null),
      tested: await test(authenticity, messageId),
    })
  }
  return { exhibit: packed.name, messages }
}

/**
 * What the original is (docs/decisions/0011). Only where these very bytes lay somewhere as a file are they what was received; an
 * offset in a chat is a place within the original.
 */
function bytesOf(
  { form, originalSha256 }: StoredMessage,
  intakes: readonly IntakeLine[],
): OriginalPaper['bytes'] {
  const same = intakes.filter((line) => line.originalSha256 === originalSha256)
  if (same.some((line) => line.itemNumber === null && (form !== 'mail' || line.sourceOffset === null)))
    return 'received'
  return same.some((line) => line.itemNumber === null) ? 'unwrapped' : 'composed'
}

async function test(authenticity: AuthenticityService, messageId: string): Promise<OriginalPaper['tested']> {
  try {
    const { findings, score, used } = await authenticity.test(messageId)
    return { findings, score, keys: used }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'MESSAGE_UNREADABLE') return null
    throw error
  }
}
