import { expect, it } from 'vitest'
import { composeGapRequest } from './compose-gap-request.ts'

it('asks in both languages for each missing message, by its id and its replies, and counts what it leaves out', () => {
  const reply = {
    id: crypto.randomUUID(),
    subject: 'Re',
    fromName: '聂堃',
    fromAddress: 'nie@hongda.example.cn',
    sentAt: '2026-01-08T17:00:00Z',
    sentZoneMinutes: 480,
  }
  const text = composeGapRequest([{ headerMessageId: 'lost@x', replies: [reply] }], 3)
  expect(text.split('\n')).toEqual([
    expect.stringContaining('原邮箱'),
    '1. <lost@x> (聂堃 于 2026年1月9日 答复)',
    '另有 2 封未在此列出。',
    '',
    expect.stringContaining('original mailbox'),
    '1. <lost@x> (answered on 9 Jan 2026 by 聂堃)',
    'and 2 more, which are not listed here.',
  ])
})
