import { type FSWatcher, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from '../chromium/profile.ts'

const LOCK = 'standin.lock'
const KNOCK = /^standin-knock-\d+\.json$/

export interface Knock {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

/**
 * One instance a user-data folder. The first holds a lock file with its process number; a later one leaves a
 * note beside it and goes. Both are synchronous, as Electron's call is.
 */
export class SingleInstance {
  #folder: string | undefined
  #watcher: FSWatcher | undefined

  request(folder: string, additionalData: unknown, onKnock: (knock: Knock) => void): boolean {
    if (this.#folder !== undefined) return true
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!take(folder)) {
      const knock: Knock = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
      writeFileSync(join(folder, `standin-knock-${process.pid}.json`), JSON.stringify(knock))
      return false
    }
    this.#folder = folder
    this.#watcher = watch(folder, () => hear(folder, onKnock)).unref()
    process.once('exit', () => this.release())
    return true
  }

  get held(): boolean {
    return this.#folder !== undefined
  }

  release(): void {
    if (this.#folder === undefined) return
    this.#watcher?.close()
    rmSync(join(this.#folder, LOCK), { force: true })
    this.#folder = undefined
  }
}

function take(folder: string): boolean {
  const lock = join(folder, LOCK)
  if (tryWrite(lock)) return true
  if (holderLives(lock)) return false
  rmSync(lock, { force: true })
  return tryWrite(lock)
}

function tryWrite(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** A process number is given out again after a restart: where the system tells, the program must be ours too. */
function holderLives(lock: string): boolean {
  const pid = Number(readFileSync(lock, 'utf8'))
  if (!pid || !isRunning(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('electron-standin')
  } catch {
    return true
  }
}

function hear(folder: string, onKnock: (knock: Knock) => void): void {
  for (const name of readdirSync(folder).filter((entry) => KNOCK.test(entry))) {
    const note = readNote(join(folder, name))
    if (note) onKnock(note)
  }
}

/** Undefined while it is still being written, or when an earlier event read it already. */
function readNote(path: string): Knock | undefined {
  try {
    const note: Knock = JSON.parse(readFileSync(path, 'utf8'))
    rmSync(path)
    return note
  } catch {
    return undefined
  }
}
