import type Database from 'better-sqlite3'
import { Fault } from '../platform/fault.ts'

/** One setting of a connection: what is asked for, and what SQLite must answer when asked again. */
export interface StoreSetting {
  readonly pragma: string
  readonly value: string
  readonly answer: string
  /** Ciphers are chosen before the key is given, everything else after it. */
  readonly beforeKey?: true
}

/**
 * What every connection is set to. SQLite ignores what it does not know and forgets most of this between two openings
 * (`synchronous` falls to NORMAL on the second), so each line is set on every opening and read back.
 */
export const STORE_SETTINGS: readonly StoreSetting[] = [
  { pragma: 'cipher', value: "'sqlcipher'", answer: 'sqlcipher', beforeKey: true },
  // Version 4 of the format, whole: otherwise bytes 16 to 23 of the first page are in clear and not authenticated.
  { pragma: 'legacy', value: '4', answer: '4', beforeKey: true },
  // Before WAL, so that no shared-memory file is made and a second process is refused.
  { pragma: 'locking_mode', value: 'EXCLUSIVE', answer: 'exclusive' },
  { pragma: 'journal_mode', value: 'WAL', answer: 'wal' },
  { pragma: 'synchronous', value: 'FULL', answer: '2' },
  { pragma: 'fullfsync', value: 'ON', answer: '1' },
  // By itself SQLite moves the log after a commit, tells nobody where a sync of that fails, and tries again. `store.ts` moves it.
  { pragma: 'wal_autocheckpoint', value: '0', answer: '0' },
  { pragma: 'checkpoint_fullfsync', value: 'ON', answer: '1' },
  // A sort that does not fit in memory would otherwise lie in clear in the system's temporary folder.
  { pragma: 'temp_store', value: 'MEMORY', answer: '2' },
  { pragma: 'foreign_keys', value: 'ON', answer: '1' },
  // Otherwise INSERT OR REPLACE removes the old row without asking the triggers that seal it.
  { pragma: 'recursive_triggers', value: 'ON', answer: '1' },
  { pragma: 'cell_size_check', value: 'ON', answer: '1' },
  { pragma: 'trusted_schema', value: 'OFF', answer: '0' },
  { pragma: 'secure_delete', value: 'ON', answer: '1' },
  { pragma: 'mmap_size', value: '0', answer: '0' },
  // 64 MiB (KiB, negative): each page that falls out of the cache is decrypted and authenticated again when it is next read.
  { pragma: 'cache_size', value: '-65536', answer: '-65536' },
]

/** Chooses the cipher, gives the key, then sets the rest. Throws SQLite's own error at the first read of a foreign file. */
export function applySettings(
  raw: Database.Database,
  key: Uint8Array,
  settings: readonly StoreSetting[] = STORE_SETTINGS,
): void {
  const set = ({ pragma, value }: StoreSetting) => raw.pragma(`${pragma} = ${value}`)
  settings.filter(({ beforeKey }) => beforeKey).forEach(set)
  giveKey(raw, key)
  settings.filter(({ beforeKey }) => !beforeKey).forEach(set)
}

/** Asks for every setting again. Throws `STORE_UNSAFE`, naming the first one that did not hold. */
export function confirmSettings(raw: Database.Database): void {
  for (const { pragma, answer } of STORE_SETTINGS)
    if (String(raw.pragma(pragma, { simple: true })) !== answer) throw new Fault('STORE_UNSAFE', { pragma })
}

function giveKey(raw: Database.Database, key: Uint8Array): void {
  // The plain driver has no such function: it would go on, and write in clear.
  if (!('key' in raw) || typeof raw.key !== 'function')
    throw new Fault('STORE_UNSAFE', { what: 'no ciphers' })
  const literal = keyLiteral(key)
  raw.key(literal)
  literal.fill(0)
}

/** `x'…'`, SQLCipher's spelling of a raw key, built as bytes because a string could not be wiped. */
function keyLiteral(key: Uint8Array): Buffer {
  const digits = Buffer.from('0123456789abcdef')
  const literal = Buffer.from(`x'${'0'.repeat(key.length * 2)}'`)
  key.forEach((byte, index) => {
    literal[2 + index * 2] = digits[byte >> 4] ?? 0
    literal[3 + index * 2] = digits[byte & 15] ?? 0
  })
  return literal
}
