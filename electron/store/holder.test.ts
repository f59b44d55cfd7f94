import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { MIGRATIONS } from '../../tests/support/test-vault.ts'
import { openStore } from './open-store.ts'

const KEY = randomBytes(32)
const ALIAS = new URL('../../tests/support/register-alias.ts', import.meta.url).href
const SINCE = '2026-03-02T08:30:00.000Z'
let file: string
const children: ChildProcess[] = []

beforeEach(() => {
  file = join(temporaryFolder(), 'store.db')
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const open = (create = false) =>
  openStore({
    file,
    key: KEY,
    migrationsFolder: MIGRATIONS,
    create,
    holder: { kind: 'window', since: SINCE },
  })

/** Another process that opens the store and keeps it; tells `open`, or the code of the refusal and what came with it. */
async function elsewhere(create = false): Promise<{ child: ChildProcess; answer: string; tookMs: number }> {
  const script = `
    import { openStore } from ${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)}
    const key = Buffer.from('${KEY.toString('hex')}', 'hex')
    const holder = { kind: 'command-line', since: '${SINCE}' }
    const started = performance.now()
    const answer = await openStore({ file: ${JSON.stringify(file)}, key, migrationsFolder: ${JSON.stringify(MIGRATIONS)}, create: ${create}, holder })
      .then(() => 'open', (error) => JSON.stringify({ code: error.code, ...error.data }))
    process.stdout.write(JSON.stringify({ answer, tookMs: performance.now() - started }))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--import', ALIAS, '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  if (!child.stdout) throw new TypeError('It says nothing')
  const silent = once(child, 'exit').then(() => Promise.reject(new TypeError('It ended and said nothing')))
  const [said] = await Promise.race([once(child.stdout, 'data'), silent])
  return { child, ...JSON.parse(String(said)) }
}

const refusedBy = (holder: string, pid: number | undefined) =>
  expect.objectContaining({ code: 'STORE_BUSY', data: { holder, pid, since: SINCE } })

describe('a second process', { timeout: 90_000 }, () => {
  test('is told which one has the store open, and since when', async () => {
    const store = await open(true)
    const { answer } = await elsewhere()
    expect(JSON.parse(answer)).toEqual({
      code: 'STORE_BUSY',
      holder: 'window',
      pid: process.pid,
      since: SINCE,
    })
    store.close()
    expect(existsSync(join(dirname(file), 'holder.json'))).toBe(false)
    const { child } = await elsewhere()
    await expect(open()).rejects.toEqual(refusedBy('command-line', child.pid))
  })

  test('opens within two seconds after the first was killed, and what that one told is replaced', async () => {
    ;(await open(true)).close()
    const { child } = await elsewhere()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const started = performance.now()
    const store = await open()
    expect(performance.now() - started).toBeLessThan(2_000)
    const { answer } = await elsewhere()
    expect(JSON.parse(answer)).toMatchObject({ holder: 'window', pid: process.pid })
    store.close()
  })

  test.each([
    ['of an ended process', JSON.stringify({ kind: 'window', pid: 2 ** 22 + 1, since: SINCE })],
    ['with words of somebody else', JSON.stringify({ kind: '甲方', pid: process.pid, since: SINCE })],
    ['that is cut off', '{"kind":"win'],
  ])('is told of nobody where the file is one %s', async (_what, text) => {
    const store = await open(true)
    writeFileSync(join(dirname(file), 'holder.json'), text)
    const { answer } = await elsewhere()
    expect(JSON.parse(answer)).toEqual({ code: 'STORE_BUSY', holder: 'unknown' })
    store.close()
  })
})

// Four processes that all start at once take their time on a busy machine; what each measures is the opening alone.
test.each(['a store that is there', 'a store that is only now being made'])(
  'of four processes that open %s at once exactly one gets it; the others are refused within a second',
  { timeout: 90_000 },
  async (what) => {
    const create = what.includes('made')
    if (!create) (await open(true)).close()
    const answers = await Promise.all([1, 2, 3, 4].map(() => elsewhere(create)))
    expect(answers.filter(({ answer }) => answer === 'open')).toHaveLength(1)
    for (const { answer, tookMs } of answers.filter((each) => each.answer !== 'open')) {
      expect(JSON.parse(answer)).toMatchObject({ code: 'STORE_BUSY' })
      expect(tookMs).toBeLessThan(1_000)
    }
  },
)
