import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Trial } from './steps.ts'

/**
 * Starts the built `driver/child.ts` over a trial; resolves as soon as it begins to play, or has ended before. Its errors go
 * to ours.
 */
export async function startTrial(
  built: string,
  trial: Trial,
  env: NodeJS.ProcessEnv = {},
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [built, JSON.stringify(trial)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  return child
}

/** Resolves with the exit code once a process has ended; null where a signal ended it. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
