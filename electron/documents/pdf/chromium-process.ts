import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, Writable } from 'node:stream'
import { setTimeout as after } from 'node:timers/promises'
import { DocumentError } from '../document-error.ts'
import { CdpPipe } from './cdp-pipe.ts'
import { makePrintProfile } from './print-profile.ts'

const flags = [
  '--headless',
  '--incognito', // no history and no session on disk, not even of addresses
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-gpu',
  // Without it pages in passing lie in memory; with it, in files. Only where there is no such memory is it needed.
  ...(existsSync('/dev/shm') ? [] : ['--disable-dev-shm-usage']),
  '--disk-cache-size=1',
  '--media-cache-size=1',
  '--host-resolver-rules=MAP * ~NOTFOUND', // a second wall behind the interception of every request
  '--hide-scrollbars',
  '--mute-audio',
]

/** Where a process can lead a group that ends at one blow. */
const inGroups = process.platform !== 'win32'

export interface ChromiumProcess {
  cdp: CdpPipe
  /** Ends the browser and removes its profile; resolves when both are gone. */
  close(): Promise<void>
}

/** Starts a headless Chromium in a throw-away profile, driven over pipes (fd 3 and 4). */
export async function startChromium(
  executable: string,
  onEvent: (method: string, params: unknown, sessionId: string | undefined) => void,
): Promise<ChromiumProcess> {
  const profile = await makePrintProfile()
  const asRoot = process.getuid?.() === 0 // Chromium's sandbox refuses to run as root
  const child = spawn(
    executable,
    [...flags, `--user-data-dir=${profile}`, ...(asRoot ? ['--no-sandbox'] : [])],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: inGroups },
  )
  const [, , , out, back] = child.stdio
  if (!(out instanceof Writable && back instanceof Readable)) throw new DocumentError('CHROMIUM_FAILED')
  const cdp = new CdpPipe(out, back, onEvent)
  child.once('error', () => cdp.close())
  child.once('exit', () => cdp.close())
  const leaveNothing = () => {
    killAll(child)
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
  }
  process.once('exit', leaveNothing) // for the program that ends without a close
  const close = async () => {
    await end(child, cdp, profile)
    process.off('exit', leaveNothing)
  }
  return { cdp, close }
}

/** Ends the browser with its helpers, which would otherwise go on writing into the profile for a moment. */
function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(inGroups ? -pid : pid, 'SIGKILL')
  } catch {
    // already gone
  }
}

async function end(child: ChildProcess, cdp: CdpPipe, profile: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const exited = once(child, 'exit')
    cdp.send('Browser.close').catch(() => undefined)
    await Promise.race([exited, after(3_000)])
    if (child.exitCode === null) killAll(child)
    await exited
  }
  // helper processes may still write for a moment
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}
