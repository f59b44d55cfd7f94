import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { findNode24 } from './find-node24.mjs'
import { root } from './repository.mjs'
import { utf8Locale } from './utf8-locale.mjs'

/** An end the user can act on: its message says what to type, and no stack is shown. */
export class Stop extends Error {}

/** Runs a program in the repository, its output on ours; gives its exit code, 1 when it could not start. */
export function run(command, args, { env = {}, timeoutMs } = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...utf8Locale(process.env), ...env },
    stdio: 'inherit',
    ...(timeoutMs && { timeout: timeoutMs }),
  })
  return status ?? 1
}

/** Runs a program silently; `output` is what it said on both streams, without colours. */
export function runQuietly(command, args, { env = {}, timeoutMs } = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...utf8Locale(process.env), ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(timeoutMs && { timeout: timeoutMs }),
  })
  return { code: status ?? 1, output: stripVTControlCharacters(`${stdout ?? ''}${stderr ?? ''}`) }
}

/** The environment of everything that must run on Node 24, whatever `node` is on the PATH. Throws Stop without one. */
export function node24Environment() {
  const node = findNode24()
  if (!node)
    throw new Stop(
      'Redchop needs Node 24, and there is no locked one for this system. Install it from nodejs.org and start again.',
    )
  return { node, env: { PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, STANDIN_NODE: node } }
}

export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** Runs `main`; a Stop ends with its message and code 1. */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = 1
  }
}
