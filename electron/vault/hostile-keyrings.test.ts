import { createHash, randomBytes } from 'node:crypto'
import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import { reportFigure } from '../../tests/durability/play-part.ts'
import { tier } from '../../tests/durability/tiers.ts'
import { cheapKdf } from '../../tests/support/cheap-kdf.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE, testVaultOptions } from '../../tests/support/test-vault.ts'
import { canonicalBytes } from '../platform/canonical.ts'
import { Fault } from '../platform/fault.ts'
import { appPaths } from '../platform/paths.ts'
import type { KeyFile } from './key-file.ts'
import { createKeyring, openWithPassphrase, openWithRecovery, withSecrets } from './keyring.ts'
import { keyringFile } from './keyring-file.ts'
import { type Keyring, keyringBytes } from './keyring-format.ts'
import { loadVault } from './load-vault.ts'

const STORE_ID = '0b0f2f0e-5d0e-4d6c-9d3e-2f6a0d1c9a11'
const MOST_CPU_MS = 50
const MOST_MEMORY = 64 * 1_048_576

/** The memory of each hashing is left to be collected, 45 ms every twentieth or so: no try is to pay for those before it. */
const TRIES_PER_COLLECTION = 8
setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Pseudo-random and the same in every run (mulberry32), so that a failure can be played again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

/** The forger's best: an altered keyring whose `check`, which needs no key, fits again. */
function forged(keyring: Keyring, change: object): Buffer {
  const { check: _check, ...body } = { ...keyring, ...change }
  return canonicalBytes({ ...body, check: createHash('sha256').update(canonicalBytes(body)).digest('hex') })
}

interface Victim {
  keyring: Keyring
  keyFile: KeyFile | undefined
  recoveryCode: string
}

let victims: Victim[]
let stranger: Keyring

beforeAll(async () => {
  const costly = { ...cheapKdf, cost: { m: 128, t: 2, p: 1 } }
  const made = await createKeyring(STORE_ID, TEST_PASSPHRASE, costly)
  const master = openWithRecovery(made.keyring, made.recoveryCode)
  const keyFile = { id: 'ab'.repeat(16), secret: randomBytes(64) }
  const both = await withSecrets(made.keyring, master, { passphrase: TEST_PASSPHRASE, keyFile }, costly)
  const { recoveryCode } = made
  victims = [
    { keyring: made.keyring, keyFile: undefined, recoveryCode },
    { keyring: both, keyFile, recoveryCode },
  ]
  // Another vault with the same passphrase: what a forger who knows one vault has to put in place.
  stranger = (await createKeyring('11111111-5d0e-4d6c-9d3e-2f6a0d1c9a11', TEST_PASSPHRASE, costly)).keyring
})

type Roll = (sides: number) => number
interface Kind {
  /** Whether a passphrase is hashed before it is refused. */
  hashes: boolean
  make(victim: Victim, roll: Roll): Uint8Array
  /** The file is made so long with zeros, which take no room on the disk. */
  sizeBytes?: number
}

const KINDS: Record<string, Kind> = {
  'a bit flipped': { hashes: false, make: ({ keyring }, roll) => flip(keyringBytes(keyring), roll) },
  'a byte replaced': {
    hashes: false,
    make({ keyring }, roll) {
      const bytes = keyringBytes(keyring)
      const at = roll(bytes.length)
      bytes[at] = ((bytes[at] ?? 0) + 1 + roll(255)) & 0xff
      return bytes
    },
  },
  'cut off': {
    hashes: false,
    make: ({ keyring }, roll) => keyringBytes(keyring).subarray(0, roll(keyringBytes(keyring).length)),
  },
  'more behind it': {
    hashes: false,
    make: ({ keyring }, roll) => Buffer.concat([keyringBytes(keyring), randomBytes(1 + roll(64))]),
  },
  'far longer than any keyring': {
    hashes: false,
    make: ({ keyring }) => keyringBytes(keyring),
    sizeBytes: 2 * MOST_MEMORY,
  },
  'costs that would take the computer down': {
    hashes: false,
    make({ keyring }, roll) {
      const huge = [
        { m: 2 ** 31 },
        { m: 129 + roll(2 ** 30) },
        { t: 3 + roll(2 ** 30) },
        { p: 2 + roll(99) },
        { m: 0 },
      ]
      return forged(keyring, { kdf: { ...keyring.kdf, ...huge[roll(huge.length)] } })
    },
  },
  'JSON that reads the same and is not the same': {
    hashes: false,
    make({ keyring }, roll) {
      const text = keyringBytes(keyring).toString()
      const tricks = [
        text.replace(/"gen":\d/u, '$&.0'),
        text.replace('{', '{"gen":1,'),
        text.replace('{', '{"__proto__":{"v":1},'),
        text.replaceAll(',', ', '),
        text.replace('"v"', '"\\u0076"'),
        `\uFEFF${text}`,
        '['.repeat(4_000),
        `${text.slice(0, -1)},"x":"${'x'.repeat(50_000)}"}`,
        'null',
        '',
      ]
      return Buffer.from(tricks[roll(tricks.length)] ?? '')
    },
  },
  'slots too few, too many, or of no kind': {
    hashes: false,
    make({ keyring }, roll) {
      const [first, second] = keyring.slots
      const odd = [
        [],
        [first],
        [second, first],
        [first, second, second],
        [{ ...first, kind: 'open' }, second],
      ]
      return forged(keyring, { slots: odd[roll(odd.length)] })
    },
  },
  'a lower cost': {
    hashes: true,
    make: ({ keyring }, roll) =>
      forged(keyring, { kdf: { ...keyring.kdf, ...[{ m: 64 }, { t: 1 }, { m: 64, t: 1 }][roll(3)] } }),
  },
  'another salt': {
    hashes: true,
    make: ({ keyring }) =>
      forged(keyring, { kdf: { ...keyring.kdf, salt: randomBytes(16).toString('hex') } }),
  },
  'slots of another vault': {
    hashes: true,
    make: ({ keyring }, roll) =>
      [
        forged(keyring, { slots: stranger.slots, kdf: stranger.kdf }),
        forged(keyring, { slots: [stranger.slots[0], keyring.slots[1]], kdf: stranger.kdf }),
        forged(stranger, { storeId: keyring.storeId }),
      ][roll(3)] ?? Buffer.of(),
  },
  'the key file no longer asked for': {
    hashes: true,
    make({ keyring }) {
      const { nonce, wrap } = keyring.slots[0]
      // On a vault without a key file this is no change; there the recovery slot is put first instead.
      const slot = keyring.slots[0].kind === 'passphrase' ? keyring.slots[1] : { nonce, wrap }
      return forged(keyring, {
        slots: [{ nonce: slot.nonce, wrap: slot.wrap, kind: 'passphrase' }, keyring.slots[1]],
      })
    },
  },
  'another state or generation': {
    hashes: true,
    make: ({ keyring }, roll) =>
      forged(
        keyring,
        [
          { state: 'ready' },
          { gen: 2 + roll(1_000) + keyring.gen },
          { prev: randomBytes(32).toString('hex') },
        ][roll(3)] ?? {},
      ),
  },
  'another seal': {
    hashes: true,
    make: ({ keyring }) => forged(keyring, { mac: randomBytes(32).toString('hex') }),
  },
}

function flip(bytes: Buffer, roll: Roll): Buffer {
  const at = roll(bytes.length * 8)
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7))
  return bytes
}

describe(`${tier.keyrings} hostile keyrings`, () => {
  test('are all refused, within 50 ms and 64 MiB, and nothing is hashed at a cost the app does not allow', async () => {
    const path = join(temporaryFolder(), 'keyring.json')
    const roll = dice(20261121)
    const kinds = Object.entries(KINDS)
    let hashings = 0
    const counting: typeof cheapKdf = {
      ...cheapKdf,
      argon2id(secret, salt, cost) {
        hashings += 1
        expect(cost.m <= 128 && cost.t <= 2 && cost.p === 1).toBe(true)
        return cheapKdf.argon2id(secret, salt, cost)
      },
    }
    let [mostCpuMs, mostMemory] = [0, 0]
    for (let played = 0; played < tier.keyrings; played += 1) {
      const [name = '', kind] = kinds[played % kinds.length] ?? []
      const victim = victims[roll(victims.length)]
      if (!kind || !victim) throw new TypeError('nothing to play')
      writeFileSync(path, kind.make(victim, roll))
      if (kind.sizeBytes) truncateSync(path, kind.sizeBytes)
      hashings = 0
      if (played % TRIES_PER_COLLECTION === 0) collectGarbage()
      const [verdict, cpuMs, memory] = await measured(() => open(path, victim, counting))
      // The time is that of the whole process. What a file costs it costs each time; compiling and collecting it does not.
      const isSlow = cpuMs >= MOST_CPU_MS
      const againMs = isSlow ? (await measured(() => open(path, victim, cheapKdf)))[1] : cpuMs
      mostMemory = Math.max(mostMemory, memory)
      mostCpuMs = Math.max(mostCpuMs, Math.min(cpuMs, againMs))
      expect(verdict, `${played}: ${name}`).toMatch(/^(KEYRING_DAMAGED|WRONG_PASSPHRASE|STORE_NEWER)$/u)
      if (!kind.hashes) expect([hashings, verdict !== 'WRONG_PASSPHRASE'], name).toEqual([0, true])
    }
    const most = { 'ms at most': Math.ceil(mostCpuMs), 'MiB at most': Math.ceil(mostMemory / 1_048_576) }
    tell('hostile keyrings', { refused: tier.keyrings, opened: 0, ...most })
    expect(mostCpuMs).toBeLessThan(MOST_CPU_MS)
    expect(mostMemory).toBeLessThan(MOST_MEMORY)
  }, 600_000)

  test('and the true one opens, so that the refusals mean something', async () => {
    const path = join(temporaryFolder(), 'keyring.json')
    for (const victim of victims) {
      writeFileSync(path, keyringBytes(victim.keyring))
      expect(await open(path, victim, cheapKdf)).toBe('open')
    }
  })
})

/** What `work` answers, the processor time it took, and by how much the memory of the process grew. */
async function measured<T>(work: () => Promise<T>): Promise<[answer: T, cpuMs: number, memory: number]> {
  const [cpu, memory] = [process.cpuUsage(), process.memoryUsage().rss]
  const answer = await work()
  const { user, system } = process.cpuUsage(cpu)
  return [answer, (user + system) / 1_000, process.memoryUsage().rss - memory]
}

async function open(path: string, { keyFile }: Victim, kdf: typeof cheapKdf): Promise<string> {
  try {
    const found = await keyringFile(path, kdf.limits).read()
    if (!found) return 'absent'
    await openWithPassphrase(found.keyring, TEST_PASSPHRASE, kdf, keyFile)
    return 'open'
  } catch (error) {
    return error instanceof Fault ? error.code : String(error)
  }
}

const MIXES = Math.round(tier.keyrings / 20)
test(`a wrong passphrase and damage are told apart in ${MIXES} mixes of both`, async () => {
  const options = testVaultOptions()
  const vault = await loadVault(options)
  await vault.proveRecovery((await vault.create(TEST_PASSPHRASE)).recoveryCode)
  vault.lock()
  const roll = dice(7)
  const verdicts = new Set<string>()
  for (let played = 0; played < MIXES; played += 1) {
    const [wrong, keyringHurt, storeHurt] = [roll(2) === 0, roll(3) === 0, roll(2) === 0]
    const paths = appPaths(join(temporaryFolder(), 'vault'))
    cpSync(options.paths.root, paths.root, { recursive: true })
    if (keyringHurt) writeFileSync(paths.keyring, flip(readFileSync(paths.keyring), roll))
    if (storeHurt) writeFileSync(paths.store, hurtFirstPage(readFileSync(paths.store), roll))
    const copy = await loadVault({ ...options, paths })
    const verdict = await copy.unlock(wrong ? 'seven quiet lanterns drift' : TEST_PASSPHRASE).then(
      () => 'open',
      (error: unknown) => (error instanceof Fault ? error.code : String(error)),
    )
    copy.lock()
    const expected = keyringHurt
      ? /^(KEYRING_DAMAGED|STORE_NEWER)$/u
      : wrong
        ? /^WRONG_PASSPHRASE$/u
        : storeHurt
          ? /^STORE_DAMAGED$/u
          : /^open$/u
    expect(verdict, JSON.stringify({ played, wrong, keyringHurt, storeHurt })).toMatch(expected)
    verdicts.add(verdict)
  }
  expect(verdicts.size).toBeGreaterThanOrEqual(4)
  tell('wrong passphrase or damage', { mixes: MIXES, confused: 0 })
}, 600_000)

const began = performance.now()
const tell = (what: string, counts: Record<string, number>): void =>
  reportFigure('keyrings', { what, counts, violations: [], seconds: (performance.now() - began) / 1_000 })

/** Page 1, where the salt and the header lie: what SQLite alone cannot tell from a wrong key. */
function hurtFirstPage(bytes: Buffer, roll: Roll): Buffer {
  const at = roll(4_096)
  bytes[at] = (bytes[at] ?? 0) ^ (1 + roll(255))
  return bytes
}
