import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Seeded } from '../seeded.ts'

/** A finished backup that is about to be damaged, and others to take parts from. */
export interface Victim {
  readonly backup: string
  readonly older: string
  readonly foreign: string
  readonly files: string
}

/** One way to spoil a backup; gives a pattern that must match the code of the problem and the name of the damaged object. */
export interface DamageKind {
  readonly what: string
  spoil(victim: Victim, random: Seeded): RegExp
}

function flip(path: string, random: Seeded): void {
  const bytes = readFileSync(path)
  const at = random.whole(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(8))
  writeFileSync(path, bytes)
}

const PARTS = ['store.db', 'keyring.json', 'head.log', 'manifest.json'] as const
const named = (part: string, code = '\\w+'): RegExp =>
  new RegExp(`^${code} ${part.replace('.', '\\.')}$`, 'u')

const toPart = (
  what: string,
  parts: readonly string[],
  spoil: (path: string, part: string, victim: Victim, random: Seeded) => void,
  code?: string,
): DamageKind[] =>
  parts.map((part) => ({
    what: `${part} ${what}`,
    spoil(victim, random) {
      spoil(join(victim.backup, part), part, victim, random)
      return named(part, code)
    },
  }))

function anyFile({ backup, files }: Victim, random: Seeded): string {
  const listed: { files: { path: string }[] } = JSON.parse(
    readFileSync(join(backup, 'manifest.json'), 'utf8'),
  )
  const needed = new Set(listed.files.map(({ path }) => path))
  return random.pick(readdirSync(files).filter((name) => needed.has(`files/${name}`)))
}

const toOriginal = (what: string, spoil: (path: string, random: Seeded) => void): DamageKind => ({
  what: `original ${what}`,
  spoil(victim, random) {
    const name = anyFile(victim, random)
    spoil(join(victim.files, name), random)
    return new RegExp(`^\\w+ files/${name}$`, 'u')
  },
})

export const DAMAGES: readonly DamageKind[] = [
  ...toPart('with a bit turned over', PARTS, (path, _part, _victim, random) => flip(path, random)),
  ...toPart('cut off', PARTS, (path, _part, _victim, random) =>
    truncateSync(path, random.whole(readFileSync(path).length)),
  ),
  ...toPart('gone', PARTS, (path) => rmSync(path)),
  // Told by the rehearsal itself, not only when the files are copied after it.
  ...toPart(
    'of an older backup',
    ['store.db', 'manifest.json'],
    (path, part, { older }) => copyFileSync(join(older, part), path),
    'DIFFERS',
  ),
  ...toPart('of another vault', ['store.db', 'keyring.json'], (path, part, { foreign }) =>
    copyFileSync(join(foreign, part), path),
  ),
  toOriginal('with a bit turned over', flip),
  toOriginal('cut off', (path, random) => truncateSync(path, random.whole(readFileSync(path).length))),
  toOriginal('gone', (path) => rmSync(path)),
]
