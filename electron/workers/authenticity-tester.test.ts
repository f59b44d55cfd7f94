import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTestWorker } from '../../tests/support/start-test-worker.ts'
import { createAuthenticityTester } from './authenticity-tester.ts'

const CORPUS = join(import.meta.dirname, '../../tests/mail/corpus')

test('messages are tested in a process of its own, one after another, and what is none is refused', async () => {
  const tester = createAuthenticityTester(startTestWorker)
  const [gmail, nothing, again] = await Promise.allSettled([
    tester.test(readFileSync(join(CORPUS, 'mailauth/zproov.eml')), []),
    tester.test(Buffer.from('nothing'), []),
    tester.test(readFileSync(join(CORPUS, 'mailauth/bimi.eml')), []),
  ])
  expect(gmail).toMatchObject({ value: { keys: [{ domain: 'gmail.com', selector: '20161025' }] } })
  expect(nothing).toMatchObject({ reason: { code: 'NOT_A_MESSAGE' } })
  expect(again).toMatchObject({ status: 'fulfilled' })
  tester.close()
}, 30_000)
