import { readFileSync } from 'node:fs'
import { inRoot } from './repository.mjs'
import { run } from './run.mjs'

/** What a reader of the README is told to type, in order. */
export function readmeCommands() {
  const text = readFileSync(inRoot('README.md'), 'utf8')
  return [...text.matchAll(/^```\n([^`]+)```$/gmu)].flatMap(([, block = '']) => block.trim().split('\n'))
}

/**
 * Types every command of the README, but for `npm test`, which is asking; gives the exit code of the first that fails. Without a
 * display, so that `npm start` does its work and ends.
 */
export function runReadme() {
  const commands = readmeCommands().filter((command) => command !== 'npm test')
  if (commands.length < 3) return 1 // the README names more; a form this does not read would pass unseen
  for (const command of commands) {
    console.log(`$ ${command}`)
    const code = run('sh', ['-c', command], { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } })
    if (code !== 0) return code
  }
  return 0
}
