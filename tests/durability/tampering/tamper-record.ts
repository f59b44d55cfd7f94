import { type CustodyRecord, chainAnew, makeRecord, receiptOf, sealOf, textOf } from './custody-record.ts'
import type { SeededRandom } from './seeded-random.ts'

/** A custody record as somebody made it, and the receipt it is held against, if any. */
export interface AlteredRecord {
  readonly lines: readonly string[]
  readonly seal: Readonly<Record<string, string | number>>
  readonly receipt: string | null
}

interface Attack {
  record: CustodyRecord
  lines: string[]
  /** The place that is altered, from 0; never the newest entry. */
  at: number
  random: SeededRandom
}

type Entry = Record<string, unknown> & { seq: number; at: string; facts: Record<string, unknown> }
const entryAt = (lines: readonly string[], at: number): Entry => JSON.parse(lines[at] ?? '{}')

function changed(lines: readonly string[], at: number, change: Record<string, unknown>): string[] {
  return lines.with(at, textOf({ ...entryAt(lines, at), ...change }))
}

/** Texts that read as the same entry to a lenient parser, or hide a second one. */
const TRICKS: readonly ((line: string) => string)[] = [
  (line) => line.replace('":', '": '),
  (line) => line.replace(/^\{("act":"[^"]*"),(.*)\}$/u, '{$2,$1}'),
  (line) => line.replace('{', '{"act":"a.b",'),
  (line) => line.replace(/"v":1\}$/u, '"v":1,"v":1}'),
  (line) => line.replace(/"v":1\}$/u, '"v":1.0}'),
  (line) => line.replace(/"v":1\}$/u, '"v":1e0}'),
  (line) => line.replace(/"mono":\d+/u, '"mono":-0'),
  (line) => line.replace(/"mono":(\d+)/u, '"mono":0$1'),
  (line) => line.replace(/"mono":(\d+)/u, '"mono":90071992547409920'),
  (line) => line.replace('redchop', '\\u0072edchop'),
  (line) => line.replace('redchop', 'red\\/chop'),
  (line) => line.replace('redchop', '\\ud800redchop'),
  (line) => line.replace('redchop', '\\u001Fredchop'),
  (line) => `\ufeff${line}`,
  (line) => `${line}\r`,
  (line) => `${line} `,
  (line) => `${line}{}`,
  (line) => line.replace('"facts":{', `"facts":${'['.repeat(3_000)}${']'.repeat(3_000)},"f":{`),
  (line) => line.replace(/"v":1\}$/u, '"v":true}'),
  (line) => line.replace(/"v":1\}$/u, '"v":1,"w":1}'),
  (line) => line.replace('"facts":{', '"facts":{"a":"text of a case",'),
  (line) => line.replace(/("facts":\{[^}]*)\}/u, '$1,"\u00e9":1}'),
]

const swapped = <T>(list: readonly T[], a: number, b: number): T[] => {
  const [one, other] = [list[a], list[b]]
  if (one === undefined || other === undefined) throw new TypeError('No such place')
  return list.with(a, other).with(b, one)
}

/** The twelve kinds. Each gives lines that differ from those of the record. */
export const KINDS = {
  edit: ({ lines, at, random }) =>
    changed(lines, at, { facts: { ...entryAt(lines, at).facts, messages: 100 + random.below(100) } }),
  delete: ({ lines, at }) => lines.toSpliced(at, 1),
  insert: ({ lines, at, random }) => {
    const added = textOf({ ...entryAt(lines, at), object: random.uuid() })
    return lines.toSpliced(at + 1, 0, added)
  },
  reorder: ({ lines, at, random }) =>
    swapped(lines, at, (at + 1 + random.below(lines.length - 1)) % lines.length),
  cut: ({ lines, random }) => lines.slice(0, lines.length - 1 - random.below(lines.length - 2)),
  fork: ({ record, lines, at, random }) =>
    chainAnew(record.storeId, changed(lines, at, { object: random.uuid() }), at),
  'duplicate seq': ({ record, lines, at }) =>
    chainAnew(record.storeId, lines.toSpliced(at, 0, lines[at] ?? ''), at),
  'time edit': ({ record, lines, at }) => {
    const place = Math.max(1, at)
    const moved = { at: '2020-01-01T00:00:00.000Z', clock: 'ok' }
    return chainAnew(record.storeId, changed(lines, place, moved), place)
  },
  canonicalisation: ({ record, lines, at, random }) =>
    chainAnew(record.storeId, lines.with(at, random.pick(TRICKS)(lines[at] ?? '')), at),
  'commitment swap': ({ record, lines, random }) => {
    const [first, second] = [...record.openings.keys()]
    if (first === undefined || second === undefined) throw new TypeError('Nothing to swap')
    const commits = [first, second].map((place) => entryAt(lines, place).commit)
    const other = random.below(2) === 0 ? commits[1] : random.hex(32)
    return changed(changed(lines, first, { commit: other }), second, { commit: commits[0] })
  },
  'cross-store splice': ({ lines, at, random }) => {
    const foreign = makeRecord(random, lines.length).lines
    return [...lines.slice(0, at), ...foreign.slice(at)]
  },
  'head swap': ({ lines }) => lines,
} as const satisfies Record<string, (attack: Attack) => readonly string[]>

export type Kind = keyof typeof KINDS

/** Whole in themselves: only what left the machine tells. */
const NEEDS_RECEIPT: readonly Kind[] = ['cut', 'fork']

/** Alters the record in one of the twelve ways, and makes `chain.json` anew over what came of it. */
export function tamper(record: CustodyRecord, kind: Kind, random: SeededRandom): AlteredRecord {
  const { storeId } = record
  const attack = { record, lines: [...record.lines], at: random.below(record.lines.length - 1), random }
  const lines = KINDS[kind](attack)
  const given = receiptOf(storeId, record.lines, record.lines.length)
  if (kind === 'head swap') return swapHead(record, random, given)
  return { lines, seal: sealOf(storeId, lines), receipt: NEEDS_RECEIPT.includes(kind) ? given : null }
}

/** The head of another state beside the same entries, or all of an earlier state in place of this one. */
function swapHead({ storeId, lines }: CustodyRecord, random: SeededRandom, receipt: string): AlteredRecord {
  const earlier = lines.slice(0, 1 + random.below(lines.length - 1))
  return random.below(2) === 0
    ? { lines, seal: { ...sealOf(storeId, earlier), size: lines.length }, receipt: null }
    : { lines: earlier, seal: sealOf(storeId, earlier), receipt }
}
