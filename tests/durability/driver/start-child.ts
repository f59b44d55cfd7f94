import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Trial } from './steps.ts'

export interface StartedTrial {
  readonly child: ChildProcess
  /** Resolves once it has made as many notes, or has ended. */
  noted(count: number): Promise<void>
}

/**
 * Starts the built `driver/child.ts` over a trial; resolves as soon as it begins to play, or has ended before. Its errors go
 * to ours.
 */
export async function startTrial(
  built: string,
  trial: Trial,
  env: NodeJS.ProcessEnv = {},
): Promise<StartedTrial> {
  const child = spawn(process.execPath, [built, JSON.stringify(trial)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const exited = once(child, 'exit')
  let told = 0
  let wake = (): void => undefined
  child.stdout.on('data', (output: Buffer) => {
    told += output.length
    wake()
  })
  const noted = async (count: number): Promise<void> => {
    const more = () =>
      new Promise<void>((resolve) => {
        wake = resolve
      })
    while (told <= count && isRunning(child)) await Promise.race([more(), exited])
  }
  await noted(0)
  return { child, noted }
}

/** Resolves with the exit code once a process has ended; null where a signal ended it. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (isRunning(child)) await once(child, 'exit')
  return child.exitCode
}

export const isRunning = (child: ChildProcess): boolean =>
  child.exitCode === null && child.signalCode === null
