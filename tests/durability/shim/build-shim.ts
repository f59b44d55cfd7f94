import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'

const SOURCE = resolve(import.meta.dirname, 'shim.c')
const CACHE = resolve(import.meta.dirname, '../../../.cache/durability')

/**
 * Compiles `shim.c` with the machine's C compiler, once for each of its versions, and gives the path of the library. Throws
 * with what to install where there is none: without it nothing here proves anything, so nothing is left out.
 */
export function buildShim(): string {
  const source = readFileSync(SOURCE)
  const version = createHash('sha256').update(source).update(process.arch).digest('hex').slice(0, 16)
  const library = join(CACHE, `shim-${version}.so`)
  if (existsSync(library)) return library
  mkdirSync(CACHE, { recursive: true })
  const unfinished = `${library}.${process.pid}`
  const args = [
    '-O2',
    '-shared',
    '-fPIC',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-o',
    unfinished,
    SOURCE,
    '-ldl',
    '-lpthread',
  ]
  try {
    execFileSync('cc', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  } catch (cause) {
    throw new Error(
      'The durability tests need a C compiler under the name cc (apt-get install gcc libc6-dev).',
      { cause },
    )
  }
  renameSync(unfinished, library)
  return library
}

/** The environment that puts the shim between a program and everything below `root`. */
export const shimmed = (
  library: string,
  root: string,
  more: { SHIM_ACK?: string; SHIM_LOG?: string; SHIM_CONTROL?: string } = {},
): NodeJS.ProcessEnv => ({
  LD_PRELOAD: library,
  SHIM_ROOT: root,
  SHIM_ACK: '',
  // Through io_uring Node would go past every function that can be interposed.
  UV_USE_IO_URING: '0',
  ...more,
})
