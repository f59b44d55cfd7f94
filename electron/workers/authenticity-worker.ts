import type { KeptKey } from '@bridge/model/authenticity.ts'
import { readAuthenticity, readKeyNames } from '../authenticity/read-authenticity.ts'
import { mailLimits } from '../mail/limits.ts'
import { UnreadableError } from '../mail/unreadable-error.ts'
import { type FromAuthenticityWorker, toAuthenticityWorker } from './authenticity-protocol.ts'
import { PieceCollector } from './byte-pieces.ts'
import { watchMemory } from './memory-watch.ts'
import { openWorkerPort } from './worker-port.ts'
import { MEMORY_MIB } from './worker-process.ts'

const limitMemory = watchMemory(MEMORY_MIB['authenticity-worker'])
const port = openWorkerPort()
let asked: { keys: readonly KeptKey[] | null; pieces: PieceCollector } | null = null

async function test(bytes: Buffer, keys: readonly KeptKey[] | null): Promise<FromAuthenticityWorker> {
  try {
    if (keys === null) return { type: 'named', keys: readKeyNames(bytes) }
    return { type: 'tested', reading: await readAuthenticity(bytes, keys) }
  } catch (error) {
    return { type: 'refused', reason: error instanceof UnreadableError ? error.reason : 'READER_FAILED' }
  }
}

port.onMessage((raw) => {
  const message = toAuthenticityWorker.parse(raw)
  if (message.type === 'test') {
    limitMemory(
      MEMORY_MIB['authenticity-worker'] +
        Math.ceil((message.sizeBytes * mailLimits.memoryPerByte) / 1024 ** 2),
    )
    asked = { keys: message.keys, pieces: new PieceCollector(message.sizeBytes, message.piece) }
  } else asked?.pieces.add(message.piece)
  const bytes = asked?.pieces.complete
  if (!asked || !bytes) return
  void test(bytes, asked.keys).then((said) => port.post(said))
  asked = null
})
