import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { authenticityReading, type Finding, type KeptKey } from '@bridge/model/authenticity.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnreadableError } from '../mail/unreadable-error.ts'
import { readAuthenticity } from './read-authenticity.ts'

const CORPUS = join(import.meta.dirname, '../../tests/mail/corpus')
const corpus = (name: string): Buffer => readFileSync(join(CORPUS, name))
const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(CORPUS, name)).isFile(),
)

const findingsOf = async (bytes: Uint8Array, keys: readonly KeptKey[] = []): Promise<Finding[]> =>
  (await readAuthenticity(bytes, keys)).findings

/** `id outcome` of each finding. */
const saidOf = async (bytes: Uint8Array | string, keys: readonly KeptKey[] = []): Promise<string[]> =>
  (await findingsOf(Buffer.from(bytes), keys)).map(({ id, outcome }) => `${id} ${outcome}`)

/** RFC 8463, appendix A: the message and the keys of the standard itself. */
const SIGNED = corpus('mimekit/rfc8463-example.msg').toString('latin1').replace(/\r?\n/gu, '\r\n')
const key = (selector: string, record: string): KeptKey => ({
  domain: 'football.example.com',
  selector,
  record,
  lookedUpOn: '2018-06-10',
  source: 'RFC 8463',
})
const KEYS = [
  key('brisbane', 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='),
  key(
    'test',
    `v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB`,
  ),
]

test('every file of the corpus is tested, and none makes a test throw', async () => {
  for (const name of files) {
    try {
      authenticityReading.parse(await readAuthenticity(corpus(name), []))
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw new Error(name, { cause: error })
    }
  }
}, 120_000)

test('no header makes a test throw', async () => {
  const field = fc.tuple(
    fc.constantFrom(
      ...'date received message-id thread-index x-originalarrivaltime dkim-signature arc-seal arc-message-signature'.split(
        ' ',
      ),
      ...'content-type from to reply-to resent-date x-mailer authentication-results in-reply-to'.split(' '),
    ),
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        'v=1; a=rsa-sha256; d=a.example; s=s; h=from; bh=x; b=x; l=99999999999999999999',
        'i=1; a=rsa-sha256; cv=none; d=a.example; s=s; b=x; t=-1',
        'from x by y; Mon, 99 Foo 99999 99:99:99 +9999',
        'AQ'.repeat(40),
        '30 Aug 2006 09:30:02.0203 (UTC) FILETIME=[FFFFFFFF:FFFFFFFF]',
        'multipart/mixed; boundary="000000000000ffffffffffffffff"',
        '<ffffffffffff$ffffffff$ffffffff@x>',
      ),
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(field, { maxLength: 12 }), fc.string(), async (fields, body) => {
      const head = fields.map(([name, value]) => `${name}: ${value.replace(/[\r\n]/gu, ' ')}`).join('\r\n')
      authenticityReading.parse(
        await readAuthenticity(Buffer.from(`Subject: x\r\n${head}\r\n\r\n${body}`), KEYS),
      )
    }),
    { numRuns: 300 },
  )
})

test('a signature holds with the kept key, and its date and source stand beside it', async () => {
  const findings = await findingsOf(Buffer.from(SIGNED, 'latin1'), KEYS)
  const signatures = findings.filter(({ id }) => id === 'dkim')
  expect(signatures.map(({ outcome, verdict }) => [outcome, verdict])).toEqual([
    ['verified', 'consistent'],
    ['verified', 'consistent'],
  ])
  const figures = signatures[1]?.figures.map(({ value }) => value)
  expect(figures).toEqual(
    expect.arrayContaining(['test._domainkey.football.example.com', '1024', '2018-06-10', 'RFC 8463']),
  )
  expect(findings.map(({ id, outcome }) => `${id} ${outcome}`)).toContain('dkim.domain aligned')
})

test('without the key the body alone can be said to agree, and the name to look up is there', async () => {
  const [, finding] = (await findingsOf(Buffer.from(SIGNED, 'latin1'))).filter(({ id }) => id === 'dkim')
  expect(finding).toMatchObject({ outcome: 'body-agrees', verdict: 'cannot-be-tested' })
  expect(finding?.figures[0]?.value).toBe('test._domainkey.football.example.com')
})

test('an altered body is seen without a key, an altered header with it, an unsigned field not at all', async () => {
  expect(await saidOf(Buffer.from(SIGNED.replace('lost', 'won'), 'latin1'))).toContain('dkim body-differs')
  const subject = Buffer.from(SIGNED.replace('dinner', 'supper'), 'latin1')
  expect(await saidOf(subject)).toContain('dkim body-agrees')
  expect(await saidOf(subject, KEYS)).toContain('dkim fails')
  const added = Buffer.from(`X-Label: kept\r\n${SIGNED}`, 'latin1')
  expect((await saidOf(added, KEYS)).filter((each) => each === 'dkim verified')).toHaveLength(2)
})

test('of several keys of one name the one that fits is found, and a revoked one is unusable', async () => {
  const [ed25519, rsa] = KEYS as [KeptKey, KeptKey]
  const later = { ...rsa, record: ed25519.record.replace('ed25519', 'rsa'), lookedUpOn: '2026-01-01' }
  const found = await saidOf(Buffer.from(SIGNED, 'latin1'), [later, ...KEYS])
  expect(found.filter((each) => each === 'dkim verified')).toHaveLength(2)
  const revoked = [
    { ...ed25519, record: 'v=DKIM1; p=' },
    { ...rsa, record: 'v=DKIM1; p=' },
  ]
  expect(await saidOf(Buffer.from(SIGNED, 'latin1'), revoked)).toContain('dkim unusable-key')
})

test("Outlook's own form holds no bytes a signature could be held against", async () => {
  const said: string[] = []
  for (const name of files.filter((each) => each.endsWith('.msg')))
    said.push(...(await saidOf(corpus(name)).catch(() => [])))
  expect(said).toContain('dkim reformed')
})

test('a forged date is contradicted by the servers, the id and the signature of one real message', async () => {
  const said = await saidOf(corpus('mailauth/message2.eml'))
  expect(said).toEqual(
    expect.arrayContaining([
      'date.first-hop earlier',
      'message-id.time differs',
      'dkim.time differs',
      'header.duplicates found',
      'dkim body-agrees',
    ]),
  )
})

test('a real message of Gmail fits itself in all that can be tested', async () => {
  const findings = await findingsOf(corpus('mailauth/zproov.eml'))
  expect(findings.filter(({ verdict }) => verdict === 'inconsistent')).toEqual([])
  const said = findings.map(({ id, outcome }) => `${id} ${outcome}`)
  expect(said).toEqual(
    expect.arrayContaining(['boundary.time fits', 'date.first-hop fits', 'received.steps ordered']),
  )
})

test('a broken seal fails, an unbroken one without its key cannot be tested', async () => {
  expect(await saidOf(corpus('mailauth/arc-fail3.eml'))).toContain('arc fails')
  expect(await saidOf(corpus('mailauth/arc-pass.eml'))).toContain('arc key-missing')
})
