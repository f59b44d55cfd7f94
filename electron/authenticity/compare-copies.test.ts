import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMessage } from '../mail/read-message.ts'
import { type Copy, compareCopies } from './compare-copies.ts'
import { readAuthenticity } from './read-authenticity.ts'

const raw = readFileSync(join(import.meta.dirname, '../../tests/mail/corpus/mailauth/zproov.eml'), 'latin1')

async function copyOf(text: string): Promise<Copy> {
  const bytes = Buffer.from(text, 'latin1')
  const reading = readMessage(bytes)
  if (!reading.ok) throw new Error(reading.reason)
  return { message: reading.message, fields: (await readAuthenticity(bytes, [])).fields }
}

/** The sender's copy: nothing that servers added. */
const sent = raw.slice(raw.search(/^MIME-Version:/mu))

test("the sender's copy lacks what servers added, and nothing else", async () => {
  const differences = compareCopies(await copyOf(sent), await copyOf(raw))
  expect(differences.length).toBeGreaterThan(0)
  expect(differences.filter(({ expected }) => !expected)).toEqual([])
})

test('an altered word, date and subject are told with both readings', async () => {
  const altered = sent.replace('Subject: Proovikiri', 'Subject: Other').replace('6 Nov 2020', '7 Nov 2020')
  const unexpected = compareCopies(await copyOf(altered), await copyOf(raw)).filter(
    ({ expected }) => !expected,
  )
  expect(unexpected.map(({ what, left }) => [what, left])).toEqual([
    ['subject', 'Other'],
    ['date', expect.stringContaining('7 Nov')],
  ])
  const one = await copyOf(raw)
  const text = { ...one, message: { ...one.message, text: `${one.message.text} and USD 5,000` } }
  expect(compareCopies(text, one)).toMatchObject([
    { what: 'text', left: expect.stringContaining('USD 5,000') },
  ])
})
