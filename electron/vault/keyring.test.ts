import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { describe, expect, test } from 'vitest'
import { cheapKdf } from '../../tests/support/cheap-kdf.ts'
import { canonicalBytes } from '../platform/canonical.ts'
import { argon2InThread } from './argon2.ts'
import { asReady, createKeyring, openWithPassphrase, openWithRecovery, withSecrets } from './keyring.ts'
import { type Keyring, keyringBytes, parseKeyring, sealKeyring } from './keyring-format.ts'

const STORE_ID = '0b0f2f0e-5d0e-4d6c-9d3e-2f6a0d1c9a11'
const PASSPHRASE = 'ninety green turtles hum'

const read = (bytes: Uint8Array) => parseKeyring(bytes, cheapKdf.limits)
const forged = (keyring: Keyring, change: Partial<Keyring>): Keyring => {
  const { mac: _mac, check: _check, ...contents } = { ...keyring, ...change }
  return sealKeyring(contents, Buffer.alloc(32))
}

describe('the file', () => {
  test('is canonical JSON that comes back as it was', async () => {
    const { keyring } = await createKeyring(STORE_ID, PASSPHRASE, cheapKdf)
    expect(read(keyringBytes(keyring))).toEqual(keyring)
    expect(Object.keys(keyring).toSorted()).toEqual([
      'check',
      'gen',
      'kdf',
      'mac',
      'prev',
      'slots',
      'state',
      'storeId',
      'v',
    ])
  })

  test('is damaged by any single flip and by any cut, and says so before any hashing', async () => {
    const bytes = keyringBytes((await createKeyring(STORE_ID, PASSPHRASE, cheapKdf)).keyring)
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => read(flipped), `bit ${bit}`).toThrow(/KEYRING_DAMAGED|STORE_NEWER/u)
    }
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => read(bytes.subarray(0, length))).toThrow('KEYRING_DAMAGED')
    expect(() => read(Buffer.concat([bytes, Buffer.from('\n')]))).toThrow('KEYRING_DAMAGED')
  })

  test.each([{ m: 47_103 }, { m: 1_048_577 }, { m: 2 ** 40 }, { t: 0 }, { t: 11 }, { p: 5 }])(
    'asking for %j is refused by the limits of the app',
    async (cost) => {
      const { keyring } = await createKeyring(STORE_ID, PASSPHRASE, cheapKdf)
      const { limits } = argon2InThread(new URL('file:///none'))
      const kdf = { ...keyring.kdf, m: 47_104, t: 1, p: 1 }
      expect(parseKeyring(keyringBytes(forged(keyring, { kdf })), limits).kdf).toEqual(kdf)
      const hostile = keyringBytes(forged(keyring, { kdf: { ...kdf, ...cost } }))
      expect(() => parseKeyring(hostile, limits)).toThrow('KEYRING_DAMAGED')
    },
  )
})

describe('a forger who can write the file but has no key', () => {
  test('cannot lower the cost: the slot is bound to it', async () => {
    const { keyring } = await createKeyring(STORE_ID, PASSPHRASE, {
      ...cheapKdf,
      cost: { m: 128, t: 2, p: 1 },
    })
    const cheaper = forged(keyring, { kdf: { ...keyring.kdf, m: 64, t: 1 } })
    await expect(openWithPassphrase(cheaper, PASSPHRASE, cheapKdf)).rejects.toThrow('WRONG_PASSPHRASE')
  })

  test.each([{ state: 'ready' as const }, { gen: 9 }, { prev: 'ab'.repeat(32) }])(
    'cannot change %j unseen',
    async (change) => {
      const { keyring, recoveryCode } = await createKeyring(STORE_ID, PASSPHRASE, cheapKdf)
      const altered = forged(keyring, change)
      await expect(openWithPassphrase(altered, PASSPHRASE, cheapKdf)).rejects.toThrow('KEYRING_DAMAGED')
      expect(() => openWithRecovery(altered, recoveryCode)).toThrow('KEYRING_DAMAGED')
    },
  )

  test('cannot bring back the slot of an old passphrase', async () => {
    const { keyring } = await createKeyring(STORE_ID, PASSPHRASE, cheapKdf)
    const master = await openWithPassphrase(keyring, PASSPHRASE, cheapKdf)
    const next = await withSecrets(keyring, master, { passphrase: 'seven quiet lanterns drift' }, cheapKdf)
    const spliced = forged(next, { kdf: keyring.kdf, slots: keyring.slots })
    await expect(openWithPassphrase(spliced, PASSPHRASE, cheapKdf)).rejects.toThrow('KEYRING_DAMAGED')
  })

  test('cannot use the slot of one kind, or of one vault, for another', async () => {
    const { keyring, recoveryCode } = await createKeyring(STORE_ID, PASSPHRASE, cheapKdf)
    const [first, second] = keyring.slots
    const swapped: Keyring['slots'] = [
      { ...second, kind: 'passphrase' },
      { nonce: first.nonce, wrap: first.wrap, kind: 'recovery' },
    ]
    expect(() => openWithRecovery(forged(keyring, { slots: swapped }), recoveryCode)).toThrow(
      'WRONG_RECOVERY_CODE',
    )
    const moved = forged(keyring, { storeId: '11111111-5d0e-4d6c-9d3e-2f6a0d1c9a11' })
    await expect(openWithPassphrase(moved, PASSPHRASE, cheapKdf)).rejects.toThrow('WRONG_PASSPHRASE')
  })
})

test('the format is the one that was written down: opened here by hand, without our code', async () => {
  const { keyring, recoveryCode } = await createKeyring(STORE_ID, PASSPHRASE, cheapKdf)
  const { v, storeId, kdf, slots, mac, check, ...rest } = JSON.parse(keyringBytes(keyring).toString())
  const key = await argon2id({
    password: PASSPHRASE,
    salt: Buffer.from(kdf.salt, 'hex'),
    memorySize: kdf.m,
    iterations: kdf.t,
    parallelism: kdf.p,
    hashLength: 32,
    outputType: 'binary',
  })
  const wrap = Buffer.from(slots[0].wrap, 'hex')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slots[0].nonce, 'hex'))
  const kdfText = `{"alg":"argon2id","m":64,"p":1,"salt":"${kdf.salt}","t":1}`
  decipher.setAAD(Buffer.from(`{"kdf":${kdfText},"kind":"passphrase","storeId":"${STORE_ID}","v":1}`))
  decipher.setAuthTag(wrap.subarray(32))
  const master = Buffer.concat([decipher.update(wrap.subarray(0, 32)), decipher.final()])
  expect(openWithRecovery(keyring, recoveryCode)).toEqual(master)
  const macKey = Buffer.from(hkdfSync('sha256', master, STORE_ID, 'redchop/v1/keyring', 32))
  const contents = { v, storeId, kdf, slots, ...rest }
  expect(mac).toBe(createHmac('sha256', macKey).update(canonicalBytes(contents)).digest('hex'))
  expect(check).toBe(
    createHash('sha256')
      .update(canonicalBytes({ ...contents, mac }))
      .digest('hex'),
  )
})

test('every generation holds the same master key and names the one before it', async () => {
  const { keyring, recoveryCode } = await createKeyring(STORE_ID, PASSPHRASE, cheapKdf)
  const master = openWithRecovery(keyring, recoveryCode)
  const ready = asReady(keyring, master)
  const changed = await withSecrets(ready, master, { passphrase: 'seven quiet lanterns drift' }, cheapKdf)
  expect([ready, changed].map(({ gen, prev, state }) => [gen, prev, state])).toEqual([
    [2, keyring.check, 'ready'],
    [3, ready.check, 'ready'],
  ])
  expect(changed.kdf.salt).not.toBe(ready.kdf.salt)
  expect(openWithRecovery(changed, recoveryCode)).toEqual(master)
  expect(await openWithPassphrase(changed, 'seven quiet lanterns drift', cheapKdf)).toEqual(master)
  expect(canonicalBytes(changed).includes(master.toString('hex'))).toBe(false)
})
