import { expect, test } from 'vitest'
import { previewChat, readChat } from '../../electron/chat/read-chat.ts'
import { mailLimits } from '../../electron/mail/limits.ts'
import { createMailReader } from '../../electron/workers/mail-reader.ts'
import { CHAT_OPTIONS } from '../support/channel-inputs.ts'
import { startTestWorker } from '../support/start-test-worker.ts'
import { compose, inCharset, makeTalk, WRITTEN } from './support/compose-chat.ts'

const MIB = 1024 ** 2

/** A talk repeated until it has so many lines. */
function longExport(lines: number): Buffer {
  const one = Buffer.from(compose(makeTalk(10_000), WRITTEN.iosGb))
  return Buffer.concat(Array.from({ length: lines / 10_000 }, () => one))
}

/** What this process itself computed, milliseconds: other processes on the machine do not count. */
function computing(work: () => void): number {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

test('an export of a million lines is previewed within what one message may take', () => {
  const bytes = longExport(1_000_000)
  expect(bytes.length).toBeGreaterThan(50 * MIB)
  let lines = 0
  const ms = computing(() => {
    lines = previewChat(bytes, CHAT_OPTIONS).counts.lines
  })
  expect(lines).toBe(1_000_000)
  expect(ms).toBeLessThan(mailLimits.readMs)
}, 120_000)

test('its lines come in a stream: neither the worker nor this process holds them all', async () => {
  const bytes = longExport(1_000_000)
  const reader = createMailReader(startTestWorker, 120_000)
  try {
    const options = { ...CHAT_OPTIONS, format: 'whatsapp-ios', dateOrder: 'dmy' } as const
    const before = process.memoryUsage.rss()
    let peak = 0
    let count = 0
    // The worker dies beyond 512 MiB and six times the file.
    for await (const items of reader.chatLines(bytes, options, AbortSignal.timeout(300_000))) {
      count += items.length
      peak = Math.max(peak, process.memoryUsage.rss() - before)
    }
    expect(count).toBe(1_000_000)
    expect(peak).toBeLessThan(400 * MIB)
  } finally {
    await reader.close()
  }
}, 400_000)

/** Lines made to keep a pattern busy: near-heads, endless names, brackets that never close, quotation marks that never end. */
const HOSTILE: Record<string, (size: number) => string> = {
  'one long line': (size) => 'a'.repeat(size),
  'a name without end': (size) => `${' a'.repeat(size / 2)} 2024-03-01 10:22:3`,
  'dates without times': (size) => '2024-03-01 '.repeat(size / 11),
  'open brackets': (size) => '['.repeat(size),
  'near-heads': (size) => '[13/03/2024, 10:02:09 A: x\n'.repeat(size / 27),
  'quotation marks': (size) => '"'.repeat(size),
  'open quotations': (size) => '2024-03-01 10:22,"a\n'.repeat(size / 20),
  'empty lines': (size) => '\n'.repeat(size),
  dashes: (size) => `${'—'.repeat(size / 3)}2024-03-01`,
  'halves of the day': (size) => '上午下午'.repeat(size / 12),
  'spaces before a time': (size) => `张三${' '.repeat(size)}10:22`,
}

test.each(Object.entries(HOSTILE))('%s: four times the text costs about four times the time', (_, make) => {
  const cost = (size: number): number => {
    const bytes = Buffer.from(make(size))
    return computing(() => {
      const { dateOrder, table } = previewChat(bytes, CHAT_OPTIONS)
      const columns = table?.columns ?? null
      for (const format of ['whatsapp-ios', 'aliwangwang', 'wechat-copy', 'table'] as const)
        for (const item of readChat(bytes, { ...CHAT_OPTIONS, format, dateOrder, columns })) void item
    })
  }
  cost(100_000)
  const [small, large] = [cost(200_000), cost(800_000)]
  expect(large).toBeLessThan(Math.max(400, small * 12))
})

test('a charset chosen wrongly neither fails nor hides that it is wrong', () => {
  const bytes = inCharset(compose(makeTalk(50), WRITTEN.wechatCopy), 'gb18030')
  const { damagedCount } = previewChat(bytes, { ...CHAT_OPTIONS, charset: 'utf-8' })
  expect(damagedCount).toBeGreaterThan(0)
})
