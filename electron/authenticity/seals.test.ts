import { generateKeyPairSync } from 'node:crypto'
import type { KeptKey } from '@bridge/model/authenticity.ts'
import { sealMessage } from 'mailauth/lib/arc/index.js'
import { expect, test } from 'vitest'
import { readAuthenticity } from './read-authenticity.ts'

const MAIL = 'From: a@hongda.example\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n\r\nHello\r\n'

function makeKey(domain: string, lookedUpOn: string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 })
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
  const kept: KeptKey = { domain, selector: 's', record, lookedUpOn, source: 'dig' }
  return { kept, privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }) }
}

/** The mail with another set of seals on top. */
async function sealed(mail: string, i: number, { kept, privateKey }: ReturnType<typeof makeKey>) {
  const seal = { i, cv: i === 1 ? 'none' : 'pass', authResults: 'mx.example; spf=pass', privateKey } as const
  const fields = await sealMessage(Buffer.from(mail), { ...seal, signingDomain: kept.domain, selector: 's' })
  return `${fields}${mail}`
}

async function sealsOf(mail: string, keys: readonly KeptKey[]): Promise<string | undefined> {
  const { findings } = await readAuthenticity(Buffer.from(mail), keys)
  return findings.find(({ id }) => id === 'arc')?.outcome
}

test('seals fail only where no pairing of the kept keys is left untried', async () => {
  const [first, second] = [makeKey('one.example', '2026-01-01'), makeKey('two.example', '2026-02-01')]
  const mail = await sealed(await sealed(MAIL, 1, first), 2, second)
  const [later, earlier] = [
    makeKey('one.example', '2026-02-01').kept,
    makeKey('two.example', '2026-01-01').kept,
  ]
  expect(await sealsOf(mail, [first.kept, second.kept])).toBe('verified')
  expect(await sealsOf(mail, [later, second.kept])).toBe('fails')
  expect(await sealsOf(mail, [first.kept, later, second.kept])).toBe('verified')
  // The key that fits the one seal is the newer, the key that fits the other the older of its name.
  expect(await sealsOf(mail, [first.kept, later, second.kept, earlier])).toBe('untried')
})
