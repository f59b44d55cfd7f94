import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

/** The command line of a process; empty for one that has ended. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Every process that was started below `root`, itself left out (Linux). */
export function descendants(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/u.test(each)))
    try {
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /su, '')
        .split(' ')
      parents.set(Number(name), Number(parent))
    } catch {} // It has ended meanwhile.
  const below = (pid: number): boolean => {
    const parent = parents.get(pid)
    return parent !== undefined && (parent === root || below(parent))
  }
  return [...parents.keys()].filter(below)
}

const PIECE = 16 * 1_048_576
/** So that a word that lies across two pieces is found. */
const OVERLAP = 4_096

/** The writable memory of a process, piece by piece. */
export function* memoryOf(pid: number): Generator<Buffer> {
  const file = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/u.exec(line) ?? []
      for (let at = Number.parseInt(from, 16); at < Number.parseInt(to, 16); at += PIECE - OVERLAP) {
        const piece = Buffer.alloc(Math.min(PIECE, Number.parseInt(to, 16) - at))
        try {
          const length = readSync(file, piece, 0, piece.length, at)
          yield piece.subarray(0, length)
        } catch {
          break // Reserved and not there.
        }
      }
    }
  } finally {
    closeSync(file)
  }
}
