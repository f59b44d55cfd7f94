import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { commitmentTo } from '../../../electron/vault/commitment.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { askOne } from './ask-verifiers.ts'
import { type CustodyRecord, chainAnew, makeRecord, sha256Of, textOf } from './custody-record.ts'
import { type ExportFiles, makeExport, sealExport } from './exhibit-export.ts'
import { seededRandom } from './seeded-random.ts'

/** Where the two languages see one text differently, and one verifier would pass what the other refuses. */

const record = makeRecord(seededRandom(1), 12)

/** What both verifiers print, in the same words. */
async function saidOf(files: ExportFiles): Promise<string> {
  const folder = temporaryFolder()
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const { python, node } = await askOne({ folder, receipt: null })
  expect(python).toBe(node)
  return python
}

/** An export whose manifest says more: containers in one another, the manifest itself the first of so many. */
function nested(deep: number, innermost: object): ExportFiles {
  let more = innermost
  for (let depth = 2; depth < deep; depth += 1) more = [more]
  const files = makeExport(record)
  return sealExport(files, { ...JSON.parse(String(files.get('manifest.json'))), more })
}

test('sixteen containers in one another are read, and not a seventeenth, empty or not', async () => {
  for (const innermost of [[], {}, [1]]) {
    expect(await saidOf(nested(16, innermost))).toMatch(/^OK /u)
    expect(await saidOf(nested(17, innermost))).toBe('MANIFEST_UNREADABLE manifest.json\nNOT OK 1 findings\n')
  }
})

/** The record with one original of so many bytes, of which its entry says the size in these words. */
function withSize(bytes: Buffer, sizeBytes: number | boolean): CustodyRecord {
  const [place = 0] = record.openings.keys()
  const opening = { sha256: sha256Of(bytes), salt: 'ab'.repeat(32), bytes }
  const entry = JSON.parse(record.lines[place] ?? '')
  const said = { ...entry, commit: commitmentTo(opening), facts: { ...entry.facts, sizeBytes } }
  const lines = chainAnew(record.storeId, record.lines.with(place, textOf(said)), place)
  return { ...record, lines, openings: new Map([[place, opening]]) }
}

test('a size is a number: true is not one byte, false not none', async () => {
  for (const [text, truth] of [
    ['x', true],
    ['', false],
  ] as const) {
    const bytes = Buffer.from(text)
    expect(await saidOf(makeExport(withSize(bytes, bytes.length)))).toMatch(/^OK /u)
    expect(await saidOf(makeExport(withSize(bytes, truth)))).toMatch(/^PROOF_SIZE /u)
  }
})
