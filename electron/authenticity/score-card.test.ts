import { generateKeyPairSync } from 'node:crypto'
import type { KeptKey } from '@bridge/model/authenticity.ts'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { expect, test } from 'vitest'
import { readAuthenticity } from './read-authenticity.ts'
import { scoreCard } from './score-card.ts'

const MAIL =
  'From: a@hongda.example\r\nTo: b@seller.example\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n\r\nHello\r\n'

interface Signing {
  mail?: string
  domain?: string
  bits?: number
  algorithm?: string
  maxBodyLength?: number
}

async function signed({
  mail = MAIL,
  domain = 'hongda.example',
  bits = 1_024,
  maxBodyLength,
  ...options
}: Signing) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  const signature = {
    signingDomain: domain,
    selector: 's',
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    ...(maxBodyLength === undefined ? {} : { maxBodyLength }),
  }
  const { signatures } = await dkimSign(mail, {
    algorithm: 'rsa-sha256',
    canonicalization: 'relaxed/relaxed',
    signTime: new Date('2026-03-02T10:00:01Z'),
    ...options,
    ...signature,
    signatureData: [signature],
  })
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
  const key: KeptKey = { domain, selector: 's', record, lookedUpOn: '2026-03-03', source: 'dig' }
  return tested(`${signatures}${mail}`, [key])
}

/** What is found in a mail, and what the fourth factor says of it. */
async function tested(mail: string, keys: readonly KeptKey[] = []) {
  const { findings } = await readAuthenticity(Buffer.from(mail), keys)
  const card = scoreCard({
    form: 'mail',
    readable: true,
    findings,
    accounts: [],
    provenanceStated: false,
    identity: 'unlisted',
    thread: { messages: 1, bothSides: false, missing: 0 },
    attachments: { count: 0, elsewhere: 0 },
    custodyLines: 1,
    confirmation: 'unmarked',
    marks: [],
  })
  const factor = card.find((line) => line.factor === 4)
  return {
    said: findings.map(({ id, outcome }) => `${id} ${outcome}`),
    mark: factor?.mark,
    reason: factor?.reason.en,
  }
}

const noted = (results: string, mail = MAIL) =>
  tested(`Authentication-Results: mx.seller.example; ${results}\r\n${mail}`)

test("a signature is strong where it is of the sender's domain and covers the whole body", async () => {
  const { said, mark } = await signed({})
  expect(said).toEqual(expect.arrayContaining(['dkim verified', 'dkim.domain aligned']))
  expect(mark).toBe('strong')
})

test('a signature of another domain, of a part of the body, or with replies led elsewhere is not', async () => {
  const other = await signed({ domain: 'mailer.example' })
  expect(other.said).toEqual(expect.arrayContaining(['dkim verified', 'dkim.domain other']))
  expect(other).toMatchObject({ mark: 'weak', reason: expect.stringContaining("another domain's") })
  const partial = await signed({ maxBodyLength: 2 })
  expect(partial.said).toEqual(expect.arrayContaining(['dkim verified', 'dkim.partial partial']))
  expect(partial.mark).toBe('weak')
  const led = await signed({ mail: `Reply-To: x@elsewhere.example\r\n${MAIL}` })
  expect(led.said).toContain('reply-to elsewhere')
  expect(led).toMatchObject({ mark: 'weak', reason: expect.stringContaining('reply') })
})

test("what a server noted is strong where it bears on the sender's domain", async () => {
  for (const results of [
    'dmarc=pass header.from=hongda.example',
    'spf=pass smtp.mailfrom=bounce@mail.hongda.example; dmarc=none',
    'dkim=pass (good) header.i=@hongda.example header.s=s',
    'dkim=pass header.d=esp.example; dkim=pass header.d=hongda.example',
  ])
    expect(await noted(results), results).toMatchObject({ mark: 'strong' })
  for (const results of [
    'spf=pass smtp.mailfrom=x@forwarder.example; dmarc=none header.from=hongda.example',
    'spf=pass (hongda.example) smtp.helo=forwarder.example',
    'dkim=pass header.d=esp.example; spf=none smtp.mailfrom=hongda.example',
  ]) {
    const { said, mark } = await noted(results)
    expect(said, results).toContain('server.results unaligned')
    expect(mark, results).toBe('weak')
  }
  const received = await tested(`Received-SPF: pass (x) client-ip=1.2.3.4;\r\n${MAIL}`)
  expect(received.said).toContain('server.results unaligned')
  const own = await tested(`Received-SPF: pass (x) envelope-from="x@hongda.example";\r\n${MAIL}`)
  expect(own.said).toContain('server.results passed')
})

test('a signature by SHA-1 or a short key holds nothing, whatever key is kept', async () => {
  const sha1 = await signed({ algorithm: 'rsa-sha1' })
  expect(sha1.said).toContain('dkim weak-algorithm')
  expect(sha1.mark).toBe('weak')
  const short = await signed({ bits: 512 })
  expect(short.said).toContain('dkim weak-key')
  expect(short.mark).toBe('weak')
  for (const { said } of [sha1, short])
    expect(said.filter((each) => each.startsWith('dkim.domain'))).toEqual([])
})
