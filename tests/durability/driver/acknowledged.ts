import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

/** What the program has begun, or has told the person that it is done. */
export type Note =
  | { begun: 'passphrase'; passphrase: string }
  | { done: 'passphrase'; passphrase: string }
  | { done: 'import'; importId: string; digests: readonly string[] }
  | { done: 'export'; exportId: string }
  | { done: 'backup'; backupId: string }
  | { done: 'receipt'; text: string }
  | { done: 'lock' | 'migration' }
  /** The program refused with a code of its own, and is to go on. */
  | { refused: string; during: string }
  /** Something failed without a name: a fault of the program. */
  | { unexpected: string; during: string }

/** Writes each note with one call: a killed process leaves none half-written. */
export function openNotes(path: string): { add(note: Note): void; close(): void } {
  const file = openSync(path, 'a')
  return {
    add: (note) => void writeSync(file, `${JSON.stringify(note)}\n`),
    close: () => closeSync(file),
  }
}

export const parseNotes = (text: string): Note[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line): Note => JSON.parse(line))

/** The notes in a file, none where there is no file. */
export function readNotes(path: string): Note[] {
  try {
    return parseNotes(readFileSync(path, 'utf8'))
  } catch {
    return []
  }
}
