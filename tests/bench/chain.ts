import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeProof } from '../../electron/features/custody/compose-proof.ts'
import { factHash } from '../../electron/platform/facts.ts'
import { round, timed } from './measure.ts'
import { openNewProgram } from './open-program.ts'

const AT_ONCE = 5_000
/** As many as a proof holds, and one more. */
const RECEIPTS = 17

/**
 * A chain of so many entries checked by the app, and its custody record by both verifiers, against hashing as many texts; and
 * the proof that an export carries, with all the receipts it may hold.
 */
export async function benchChain(count: number) {
  const outside = await mkdtemp(join(tmpdir(), 'redchop-chain-'))
  const open = await openNewProgram()
  try {
    const { store, audit, storeId } = open.program.vault.opened()
    for (let left = count; left > 0; left -= AT_ONCE)
      store.write((writer) => {
        for (let entry = 0; entry < Math.min(AT_ONCE, left); entry += 1)
          audit.append(writer, { act: 'custody.exported', objectId: randomUUID(), facts: { seq: entry } })
      })
    const noHash = factHash('0'.repeat(64))
    for (let receipt = 1; receipt <= RECEIPTS; receipt += 1)
      store.write((writer) => {
        const seq = Math.max(1, Math.floor((count * receipt) / (RECEIPTS + 1)))
        const facts = { seq, head: noHash, root: noHash }
        audit.append(writer, { act: 'receipt.issued', objectId: randomUUID(), facts })
      })
    const hashed = await timed(async () => {
      for (let entry = 0; entry < count; entry += 1)
        createHash('sha256').update(`${entry}`.padEnd(400)).digest()
    })
    const inApp = await timed(async () => audit.verify(store.read).problems.length)
    const proven = await timed(() => composeProof(store.read, { storeId, caseId: randomUUID(), files: [] }))
    const written = await timed(() => open.program.session.desk().custody.exportRecord(outside))
    const byVerifier = (command: string, name: string) =>
      timed(async () =>
        execFileSync(command, [join(written.value.path, name), written.value.path], { encoding: 'utf8' }),
      )
    const [python, node] = [
      await byVerifier('python3', 'verify.py'),
      await byVerifier(process.execPath, 'verify.mjs'),
    ]
    return {
      bench: 'chain',
      entries: written.value.size,
      problems: inApp.value,
      verdicts: [python.value, node.value].map((said) => said.slice(0, said.indexOf(':'))),
      hashSeconds: round(hashed.seconds),
      verifySeconds: round(inApp.seconds),
      receipts: proven.value.receipts.length,
      composeProofSeconds: round(proven.seconds),
      composeProofBlockMs: proven.longestBlockMs,
      writeRecordSeconds: round(written.seconds),
      writeRecordBlockMs: written.longestBlockMs,
      pythonSeconds: round(python.seconds),
      nodeSeconds: round(node.seconds),
    }
  } finally {
    await open.close()
    await rm(outside, { recursive: true, force: true })
  }
}
