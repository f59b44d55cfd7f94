import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { receiveMail } from '../../../tests/support/receive-mail.ts'
import { startTestWorker } from '../../../tests/support/start-test-worker.ts'
import { createAuthenticityTester } from '../../workers/authenticity-tester.ts'
import { type AuthenticityService, createAuthenticityService } from './index.ts'

const SIGNED = readFileSync(
  join(import.meta.dirname, '../../../tests/mail/corpus/mimekit/rfc8463-example.msg'),
)
const ANSWER = `brisbane._domainkey.football.example.com. 300 IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
what is this`
const LOOKED = { lookedUpOn: '2018-06-10', lookedUpBy: 'Chen', source: 'dig' }

let desk: TestDesk
let authenticity: AuthenticityService
let caseId: string
const tester = createAuthenticityTester(startTestWorker)
beforeAll(async () => {
  desk = await openTestDesk()
  authenticity = createAuthenticityService({ ...desk, tester })
  caseId = desk.cases.add(caseDraft())
})
afterAll(async () => {
  tester.close()
  await desk.close()
})

const receive = (bytes: Buffer): string => receiveMail(desk, caseId, bytes)[0]?.messageId ?? ''
const outcomesOf = async (messageId: string, id: string): Promise<string[]> =>
  (await authenticity.test(messageId)).findings.filter((each) => each.id === id).map(({ outcome }) => outcome)

test('a signature is tested with a key once its answer was brought back, and no more once that is withdrawn', async () => {
  const messageId = receive(SIGNED)
  expect(await outcomesOf(messageId, 'dkim')).toEqual(['body-agrees', 'body-agrees'])
  const sheet = await authenticity.lookup(caseId)
  expect(sheet.text).toContain('nslookup -type=TXT brisbane._domainkey.football.example.com')
  const kept = authenticity.addKeys({ text: ANSWER, ...LOOKED })
  expect(kept).toEqual({
    added: [{ domain: 'football.example.com', selector: 'brisbane' }],
    known: 0,
    problems: [{ line: 2, problem: 'NOT_UNDERSTOOD' }],
  })
  expect(authenticity.addKeys({ text: ANSWER, ...LOOKED }).known).toBe(1)
  expect(await outcomesOf(messageId, 'dkim')).toEqual(['verified', 'body-agrees'])
  const tested = await authenticity.test(messageId)
  expect(tested.keys.map(({ selector, kept: isKept }) => [selector, isKept])).toEqual([
    ['brisbane', true],
    ['test', false],
  ])
  expect(tested.score.find(({ factor }) => factor === 4)?.mark).toBe('strong')
  const [key] = authenticity.listKeys()
  authenticity.withdrawKey(key?.id ?? '')
  expect(await outcomesOf(messageId, 'dkim')).toEqual(['body-agrees', 'body-agrees'])
}, 60_000)

test('an answer that is older than what it answers is inconsistent; one whose parent is missing cannot be tested', async () => {
  receive(rawMail({ from: 'a@x.example', messageId: 'young@x', date: 'Mon, 9 Mar 2026 10:00:00 +0000' }))
  const answer = rawMail({
    from: 'b@y.example',
    messageId: 'old@y',
    inReplyTo: 'young@x',
    date: 'Mon, 2 Mar 2026 10:00:00 +0000',
  })
  expect(await outcomesOf(receive(answer), 'parent')).toEqual(['younger'])
  const alone = rawMail({ from: 'b@y.example', messageId: 'alone@y', inReplyTo: 'nobody@x' })
  expect(await outcomesOf(receive(alone), 'parent')).toEqual(['missing'])
}, 60_000)

test("the lawyer's word on a factor stands in the card with her note", async () => {
  const messageId = receive(rawMail({ from: 'a@x.example', messageId: 'marked@x' }))
  authenticity.mark(messageId, { factor: 9, mark: 'strong', note: 'Deed 1234' })
  const line = (await authenticity.test(messageId)).score.find(({ factor }) => factor === 9)
  expect(line).toMatchObject({ mark: 'strong', note: 'Deed 1234', advice: null, asked: true })
}, 60_000)
