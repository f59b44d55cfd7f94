import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { closeConnection, connect } from './connect.ts'

const KEY = randomBytes(32)

let child: ChildProcess | undefined
afterEach(() => child?.kill('SIGKILL'))

function newStore(): string {
  const file = join(temporaryFolder(), 'store.db')
  const raw = connect(file, KEY, true)
  raw.exec("create table t (a); insert into t values ('kept')")
  closeConnection(raw)
  return file
}

test('a missing file is made only when that was asked for, and is nobody else’s to read', () => {
  const file = join(temporaryFolder(), 'store.db')
  expect(() => connect(file, KEY, false)).toThrow('STORE_DAMAGED')
  expect(existsSync(file)).toBe(false)
  const raw = connect(file, KEY, true)
  expect(statSync(file).mode & 0o077).toBe(0)
  raw.close()
})

test('a driver that ignores a setting is refused', () => {
  const file = newStore()
  const pragma = Database.prototype.pragma
  const deaf = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (
    this: Database.Database,
    source,
    options,
  ) {
    return source === 'synchronous = FULL' ? [] : pragma.call(this, source, options)
  })
  expect(() => connect(file, KEY, false)).toThrow(
    expect.objectContaining({ code: 'STORE_UNSAFE', data: { pragma: 'synchronous' } }),
  )
  deaf.mockRestore()
  connect(file, KEY, false).close()
})

test.each([
  ['emptied', (file: string) => truncateSync(file, 0)],
  ['cut to its first bytes', (file: string) => truncateSync(file, 100)],
  ['filled with noise', (file: string) => writeFileSync(file, randomBytes(8_192))],
])('a file that was %s is damage', (_how, damage) => {
  const file = newStore()
  damage(file)
  expect(() => connect(file, KEY, false)).toThrow('STORE_DAMAGED')
})

test('closing leaves everything in the one file', () => {
  const file = newStore()
  const raw = connect(file, KEY, false)
  raw.exec("insert into t values ('too')")
  closeConnection(raw)
  expect(existsSync(`${file}-wal`)).toBe(false)
  expect(existsSync(`${file}-shm`)).toBe(false)
  expect(readFileSync(file).length % 4_096).toBe(0)
})

test('while another process holds the store it is busy, and it opens when that process was killed', async () => {
  const file = newStore()
  const script = `
    import { connect } from ${JSON.stringify(new URL('./connect.ts', import.meta.url).href)}
    const raw = connect(${JSON.stringify(file)}, Buffer.from('${KEY.toString('hex')}', 'hex'), false)
    raw.exec("insert into t values ('acknowledged')")
    process.stdout.write('holding')
    setInterval(() => raw.open, 1000)`
  child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout) await once(child.stdout, 'data')
  const started = performance.now()
  expect(() => connect(file, KEY, false)).toThrow('STORE_BUSY')
  expect(performance.now() - started).toBeLessThan(1_000)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const raw = connect(file, KEY, false)
  expect(raw.prepare('select a from t').pluck().all()).toEqual(['kept', 'acknowledged'])
  closeConnection(raw)
})
