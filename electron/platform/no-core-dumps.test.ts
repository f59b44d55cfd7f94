import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const module = JSON.stringify(join(import.meta.dirname, 'no-core-dumps.ts'))
/** Core limits of a process that could dump, after `say`, and of a child it starts then. */
const limitsAfter = (say: string): string[] => {
  const script = `
    import { execFileSync } from 'node:child_process'
    import { leaveNoCoreDumps } from ${module}
    ${say}
    process.stdout.write(execFileSync('grep', ['core', '/proc/' + process.pid + '/limits', '/proc/self/limits']))`
  const { stdout, stderr } = spawnSync(
    'prlimit',
    ['--core=4096:4096', process.execPath, '--input-type=module', '-e', script],
    { encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  return stdout
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/^.*?file size\s+/u, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
}

test.runIf(process.platform === 'linux')('neither it nor what it starts may leave an image of memory', () => {
  expect(limitsAfter('')).toEqual(['4096 4096 bytes', '4096 4096 bytes'])
  expect(limitsAfter('leaveNoCoreDumps()')).toEqual(['0 0 bytes', '0 0 bytes'])
})
