import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { verifyBundle } from '../../../electron/features/verification/index.ts'
import { type Report, timed } from '../report.ts'
import type { Tier } from '../tiers.ts'
import { type Asked, askVerifiers } from './ask-verifiers.ts'
import { type CustodyRecord, makeRecord, receiptOf, sealOf, textOf } from './custody-record.ts'
import { makeExport, receiptSeqs } from './exhibit-export.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { EXPORT_KINDS, type ExportKind, tamperExport } from './tamper-export.ts'
import { KINDS, type Kind, tamper } from './tamper-record.ts'

/** What is laid before the verifiers: how it was made, and whether they are to find something. */
interface Case {
  readonly name: string
  readonly isAltered: boolean
  readonly isExport: boolean
  readonly files: ReadonlyMap<string, Buffer | string>
  readonly receipt: string | null
}

/** Laid out on disk at a time. */
const BATCH = 1_000
const kindsOf = <K extends string>(kinds: Record<K, unknown>): K[] => Object.keys(kinds) as K[]

/** Alters custody records and exports and asks both verifiers, of exports also `redchop verify`; a seed in a violation makes the same one again. */
export async function run(counts: Tier, report: Report): Promise<void> {
  const clean = Math.max(100, counts.tamperings / 12)
  await play(report, 'altered custody records', counts.tamperings, alteredRecord)
  await play(report, 'untouched custody records', clean, untouchedRecord)
  await play(report, 'altered exhibit exports', counts.tamperings / 4, alteredExport)
  await play(report, 'untouched exhibit exports', clean, untouchedExport)
}

async function play(
  report: Report,
  what: string,
  trials: number,
  make: (random: SeededRandom, seed: number) => Case,
): Promise<void> {
  const violations: string[] = []
  let found = 0
  const { seconds } = await timed(async () => {
    for (let first = 1; first <= trials; first += BATCH) {
      const seeds = Array.from({ length: Math.min(BATCH, trials - first + 1) }, (_, at) => first + at)
      const made = seeds.map((seed) => ({ seed, ...make(seededRandom(seed), seed) }))
      for (const { seed, wrong, name } of await judge(made))
        if (wrong) violations.push(`${what}, ${name}, seed ${seed}: ${wrong}`)
        else found += 1
    }
  })
  report.figure({ what, counts: { trials, 'judged rightly by all': found }, violations, seconds })
}

async function judge<C extends Case>(cases: readonly C[]): Promise<(C & { wrong: string | null })[]> {
  const folder = mkdtempSync(join(tmpdir(), 'redchop-tampering-'))
  try {
    const asked = cases.map((each, at) => layOut(join(folder, String(at)), each))
    const { python, node } = await askVerifiers(asked, join(folder, 'list'))
    const judged: (C & { wrong: string | null })[] = []
    for (const [at, each] of cases.entries()) {
      const wrong = wrongIn(each, python[at] ?? [], node[at] ?? [])
      judged.push({ ...each, wrong: wrong ?? (await wrongInApp(each, join(folder, String(at)))) })
    }
    return judged
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function layOut(folder: string, { files, receipt }: Case): Asked {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return { folder, receipt }
}

function wrongIn({ isAltered }: Case, python: readonly string[], node: readonly string[]): string | null {
  if (python.join('\n') !== node.join('\n'))
    return `Python said ${python.join(' | ')}, Node said ${node.join(' | ')}`
  const isFound = python.at(-1)?.startsWith('NOT OK ') === true
  if (isFound === isAltered) return null
  return isAltered ? 'not found' : `a false alarm: ${python.join(' | ')}`
}

/** The third judge: Redchop's own look at an export, which has its own words. */
async function wrongInApp({ isAltered, isExport }: Case, folder: string): Promise<string | null> {
  if (!isExport) return null
  const { problems } = await verifyBundle(folder)
  if (problems.length > 0 === isAltered) return null
  const said = problems.map(({ code, name }) => `${code} ${name}`).join(' | ')
  return isAltered ? 'not found by redchop verify' : `a false alarm of redchop verify: ${said}`
}

const filesOf = (lines: readonly string[], seal: object) =>
  new Map([
    ['chain.jsonl', lines.map((line) => `${line}\n`).join('')],
    ['chain.json', textOf(seal)],
  ])

/** A record with two originals at least, so that there is something to swap. */
function recordFrom(random: SeededRandom): CustodyRecord {
  for (;;) {
    const record = makeRecord(random, 8 + random.below(40))
    if (record.openings.size >= 2) return record
  }
}

function alteredRecord(random: SeededRandom, seed: number): Case {
  const kinds = kindsOf(KINDS)
  const kind: Kind = kinds[seed % kinds.length] ?? 'edit'
  const { lines, seal, receipt } = tamper(recordFrom(random), kind, random)
  return { name: kind, isAltered: true, isExport: false, files: filesOf(lines, seal), receipt }
}

function untouchedRecord(random: SeededRandom, seed: number): Case {
  const { storeId, lines } = recordFrom(random)
  const receipt = seed % 4 === 0 ? null : receiptOf(storeId, lines, 1 + random.below(lines.length))
  const files = filesOf(lines, sealOf(storeId, lines))
  return { name: 'untouched', isAltered: false, isExport: false, files, receipt }
}

function alteredExport(random: SeededRandom, seed: number): Case {
  const kinds = kindsOf(EXPORT_KINDS)
  const kind: ExportKind = kinds[seed % kinds.length] ?? 'altered file'
  const files = tamperExport(recordFrom(random), kind, random)
  return { name: kind, isAltered: true, isExport: true, files, receipt: null }
}

function untouchedExport(random: SeededRandom, seed: number): Case {
  const record = recordFrom(random)
  const entries = record.lines.length
  const seq = random.pick([entries, ...receiptSeqs(entries)])
  const receipt = seed % 2 === 0 ? null : receiptOf(record.storeId, record.lines, seq)
  return { name: 'untouched', isAltered: false, isExport: true, files: makeExport(record), receipt }
}
