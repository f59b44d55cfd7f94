import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makePrintProfile } from '../../../electron/documents/pdf/print-profile.ts'
import { reportFigure } from '../play-part.ts'
import { CANARIES, canary, writeCanaryMail } from './canary-mail.ts'
import { filesWithCanaries, hasCanary } from './find-canaries.ts'
import { writtenPaths } from './traced-files.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'redchop-canaries-'))
/** Beside what is searched: a trace names the exported files. */
const traces = mkdtempSync(join(tmpdir(), 'redchop-traces-'))
const at = (name: string): string => join(folder, name)
const started = performance.now()

/** Only here may a canary be read: what came in from outside, and what the person asked to have in clear. */
const isAllowed = (path: string): boolean =>
  [at('mail'), at('exported')].some((each) => `${path}/`.startsWith(`${each}/`))

/** The workflow under strace, with a home, a temporary folder and a configuration of its own; `ready` when it is done. */
async function startWorkflow(vault: string): Promise<ChildProcess> {
  const places = Object.fromEntries(
    [
      'HOME',
      'TMPDIR',
      'XDG_CONFIG_HOME',
      'XDG_CACHE_HOME',
      'XDG_DATA_HOME',
      'XDG_STATE_HOME',
      'XDG_RUNTIME_DIR',
    ].map((name) => [name, at(`places/${name}`)]),
  )
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true, mode: 0o700 })
  const calls = 'openat,open,creat,mkdir,mkdirat,mknod,rename,renameat,renameat2,linkat,symlinkat'
  const node = [process.execPath, '--import', join(ROOT, 'tests/support/register-alias.ts')]
  const program = [
    join(import.meta.dirname, 'workflow.ts'),
    at(vault),
    at('mail'),
    at('exported'),
    at(`${vault}-backups`),
  ]
  const child = spawn(
    'strace',
    [
      '-f',
      '-y',
      '--seccomp-bpf',
      '-s',
      '4096',
      '-qq',
      '-o',
      join(traces, vault),
      '-e',
      `trace=${calls}`,
      ...node,
      ...program,
    ],
    { env: { ...process.env, ...places, SQLITE_TMPDIR: undefined }, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  child.stderr?.pipe(createWriteStream(at(`log-${vault}`)))
  const [said] = (await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])) as [unknown]
  expect(String(said), readFileSync(at(`log-${vault}`), 'utf8')).toBe('ready\n')
  return child
}

const wrong: string[] = []
const figures = { canaries: CANARIES, 'files searched': 0, 'paths written': 0, 'found in clear': 0 }
function searchAll(): string[] {
  const { hits, searched } = filesWithCanaries(folder, isAllowed)
  figures['files searched'] += searched
  figures['found in clear'] += hits.length
  wrong.push(...hits)
  return hits
}

beforeAll(() => writeCanaryMail(at('mail')))
afterAll(() => {
  for (const each of [folder, traces]) rmSync(each, { recursive: true, force: true })
  const seconds = (performance.now() - started) / 1000
  reportFigure('canaries', { what: 'plaintext canaries', counts: figures, violations: wrong, seconds })
})

/** Where the program and its Chromium may write: the run's own places, devices, and memory that is no disk. */
const MAY_WRITE = [`${folder}/`, '/dev/', '/proc/', '/sys/', 'pipe:', 'socket:', 'anon_inode:']
/** In the temporary folder: the printing profile, and sockets and locks of Chromium that hold no text. */
const TEMPORARY = /^(?:redchop-print-\d+-\w+|\.?org\.chromium\.[\w.]+|node-compile-cache)(?:\/|$)/u

describe('the whole workflow', { timeout: 600_000 }, () => {
  let child: ChildProcess

  test('leaves nothing readable while it runs: vault, temporary files, Chromium profile, log', async () => {
    child = await startWorkflow('vault')
    expect(readdirSync(at('exported')).length).toBeGreaterThan(0)
    expect(filesWithCanaries(at('exported'), () => false).hits.length).toBeGreaterThan(0)
    // The former vault, which the restored one stands in the place of, is searched with it.
    expect(readdirSync(folder)).toContainEqual(expect.stringMatching(/^vault\.before-restore-/u))
    expect(readdirSync(at('vault-backups')).length).toBeGreaterThan(1)
    expect(searchAll()).toEqual([])
  })

  test('nor after it was closed', async () => {
    const ended = once(child, 'exit')
    child.stdin?.write('\n')
    await ended
    expect(searchAll()).toEqual([])
    expect(readdirSync(at('places/TMPDIR')).filter((name) => name.startsWith('redchop-'))).toEqual([])
  })

  test('and wrote nowhere but where it may', () => {
    const paths = writtenPaths(join(traces, 'vault'))
    figures['paths written'] = paths.length
    expect(paths.some((path) => path.endsWith('store.db'))).toBe(true)
    expect(paths.some((path) => path.includes('redchop-print-'))).toBe(true)
    const elsewhere = paths.filter((path) => !MAY_WRITE.some((place) => path.startsWith(place)))
    const temporary = paths
      .filter((path) => path.startsWith(`${at('places/TMPDIR')}/`))
      .map((path) => path.slice(at('places/TMPDIR').length + 1))
      .filter((path) => !TEMPORARY.test(path))
    wrong.push(...elsewhere, ...temporary)
    expect([elsewhere, temporary]).toEqual([[], []])
  })

  test('nor after it was killed, and the next start sweeps what that left', async () => {
    const killed = await startWorkflow('killed')
    const ended = once(killed, 'exit')
    const [pid = ''] = readFileSync(`/proc/${killed.pid}/task/${killed.pid}/children`, 'utf8')
      .trim()
      .split(' ')
    process.kill(Number(pid), 'SIGKILL')
    await ended
    expect(searchAll()).toEqual([])
    const left = () => readdirSync(at('places/TMPDIR')).filter((name) => name.startsWith('redchop-'))
    expect(left()).toEqual([expect.stringMatching(/^redchop-print-/u)])
    vi.stubEnv('TMPDIR', at('places/TMPDIR'))
    rmSync(await makePrintProfile(), { recursive: true })
    vi.unstubAllEnvs()
    expect(left()).toEqual([])
  })
})

describe('the search would have found it', () => {
  const text = canary(1)
  test.each([
    ['as it is', Buffer.from(text)],
    ['in UTF-16', iconv.encode(`x${text}`, 'utf16le')],
    ['in UTF-16, big end first', iconv.encode(text, 'utf16be')],
    ['in GBK', iconv.encode(text, 'gbk')],
    ['in base64', Buffer.from(Buffer.from(`x${text}`).toString('base64'))],
    ['in base64 of GBK', Buffer.from(iconv.encode(`xy${text}`, 'gbk').toString('base64'))],
    [
      'quoted-printable',
      Buffer.from([...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')),
    ],
    ['percent-encoded', Buffer.from(encodeURIComponent(text))],
    ['deflated', Buffer.concat([Buffer.alloc(77, 1), deflateSync(text)])],
    ['gzipped', gzipSync(text)],
    ['in a ZIP', zipOf(Buffer.from(text))],
    ['cut off in the middle of a stream', deflateSync(text.repeat(2) + 'x'.repeat(9_000)).subarray(0, -12)],
  ])('%s', (_, bytes) => {
    expect(hasCanary(bytes)).toBe(true)
  })

  test('and takes nothing else for one', () => {
    expect(hasCanary(Buffer.from('Kanarienvogel 金丝雀 UGlhbm8='.repeat(100)))).toBe(false)
  })

  test('in a database without a key, and in a file planted beside the vault', () => {
    const plain = new Database(at('plain.db'))
    plain.exec('create table t (x text)')
    plain.prepare('insert into t values (?)').run(text)
    plain.close()
    mkdirSync(at('places/planted'), { recursive: true })
    writeFileSync(at('places/planted/x.bin'), 'a')
    appendFileSync(at('places/planted/x.bin'), gzipSync(text))
    expect(filesWithCanaries(folder, isAllowed).hits.sort()).toEqual([
      at('places/planted/x.bin'),
      at('plain.db'),
    ])
    for (const name of ['plain.db', 'places/planted']) rmSync(at(name), { recursive: true })
  })
})

function zipOf(bytes: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(1, 26)
  return Buffer.concat([head, Buffer.from('x'), deflateRawSync(bytes)])
}
