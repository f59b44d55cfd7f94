import { expect, test } from 'vitest'
import { composeOriginality } from './compose-originality.ts'
import type { OriginalPaper } from './model.ts'

const PAPER: OriginalPaper = {
  path: 'originals/1.msg',
  sha256: 'a'.repeat(64),
  sizeBytes: 5_000,
  subject: 'Payment',
  messageId: null,
  date: null,
  custody: [
    {
      takenAt: '2026-03-02T10:00:00Z',
      sourceName: 'keller.pst',
      containerSha256: 'c'.repeat(64),
      itemNumber: 2_097_188,
      folder: 'Inbox/<Hongda>',
      sourceOffset: null,
    },
  ],
  bytes: 'composed',
  provenances: [],
  tested: null,
}
const printed = (paper: Partial<OriginalPaper>): string =>
  composeOriginality({ exhibit: 'Exhibit 1', messages: [{ ...PAPER, ...paper }] })

test("what was composed from Outlook's mailbox is said to be so, with its place in the mailbox", () => {
  const page = printed({})
  for (const words of ['c'.repeat(64), '2097188', 'Inbox/&lt;Hongda&gt;', 'no file that the mailbox holds'])
    expect(page).toContain(words)
  expect(page).not.toContain('untouched')
})

test('only what was received is called untouched; a message out of an mbox has its offset', () => {
  expect(printed({ bytes: 'received' })).toContain('As they came in, untouched.')
  const line = {
    ...PAPER.custody[0],
    containerSha256: null,
    itemNumber: null,
    folder: null,
    sourceOffset: 812,
  }
  const page = printed({ bytes: 'unwrapped', custody: [line as OriginalPaper['custody'][number]] })
  expect(page).toContain('812')
  expect(page).not.toContain('As they came in')
})
