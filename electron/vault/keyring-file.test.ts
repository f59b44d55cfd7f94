import { linkSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type * as disk from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { cheapKdf } from '../../tests/support/cheap-kdf.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { TEST_PASSPHRASE } from '../../tests/support/test-vault.ts'
import { createKeyring, openWithRecovery, withSecrets } from './keyring.ts'
import { keyringFile } from './keyring-file.ts'
import { type Keyring, keyringBytes } from './keyring-format.ts'

/** How many more steps are taken on the disk before the process is killed. */
let stepsLeft = Number.POSITIVE_INFINITY
vi.mock('node:fs/promises', async (original) => {
  const { open, link, rename, rm, ...real }: typeof disk = await original()
  const step =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (stepsLeft === 0) throw new Error('Killed')
      stepsLeft -= 1
      return work(...given)
    }
  return { ...real, open: step(open), link: step(link), rename: step(rename), rm: step(rm) }
})

/** Three generations, one after the other. */
let generations: Keyring[]
beforeAll(async () => {
  const made = await createKeyring('0b0f2f0e-5d0e-4d6c-9d3e-2f6a0d1c9a11', TEST_PASSPHRASE, cheapKdf)
  const master = openWithRecovery(made.keyring, made.recoveryCode)
  const secrets = { passphrase: TEST_PASSPHRASE }
  const second = await withSecrets(made.keyring, master, secrets, cheapKdf)
  generations = [made.keyring, second, await withSecrets(second, master, secrets, cheapKdf)]
})

const generation = (number: 1 | 2 | 3): Keyring => {
  const keyring = generations[number - 1]
  if (!keyring) throw new TypeError('There is no such generation')
  return keyring
}

const put = (path: string, number: 1 | 2 | 3): void => writeFileSync(path, keyringBytes(generation(number)))
const putDamaged = (path: string): void => writeFileSync(path, keyringBytes(generation(2)).fill(0, 40, 50))

test.each<[string, (path: string, previous: string) => void, before: number]>([
  [
    'a damaged one',
    (path, previous) => {
      putDamaged(path)
      put(previous, 1)
    },
    1,
  ],
  ['a missing one', (_path, previous) => put(previous, 1), 1],
  [
    'a whole one',
    (path, previous) => {
      put(path, 2)
      put(previous, 1)
    },
    2,
  ],
  [
    'one that an earlier kill left with both names',
    (path, previous) => {
      put(path, 2)
      linkSync(path, previous)
    },
    2,
  ],
])('killed at any step of replacing %s, a whole generation is left', async (_what, prepare, before) => {
  for (let steps = 0, isDone = false; !isDone; steps += 1) {
    const path = join(temporaryFolder(), 'keyring.json')
    prepare(path, `${path}.previous`)
    const file = keyringFile(path, cheapKdf.limits)
    stepsLeft = steps
    isDone = await file.replace(generation(3)).then(
      () => true,
      () => false,
    )
    stepsLeft = Number.POSITIVE_INFINITY
    const found = await file.read()
    expect([before, 3]).toContain(found?.keyring.gen)
    if (!isDone) continue
    expect(found).toEqual({ keyring: generation(3), newest: true })
    expect(readdirSync(dirname(path)).toSorted()).toEqual(['keyring.json', 'keyring.json.previous'])
    expect(steps).toBeGreaterThan(3)
    rmSync(path)
    expect((await file.read())?.keyring.gen).toBe(before)
  }
})
