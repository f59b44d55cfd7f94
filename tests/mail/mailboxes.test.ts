import { hash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findQuoting } from '../../electron/mail/mbox/quoting.ts'
import { splitMbox } from '../../electron/mail/mbox/split-mbox.ts'
import { readMessage } from '../../electron/mail/read-message.ts'
import { CORPUS, loadExpected } from './support/corpus-facts.ts'
import { oneLine } from './support/visible.ts'

const SYNTHETIC = join(CORPUS, 'synthetic-zh')
const mailbox = z.object({
  mbox: z.string(),
  message_ids: z.array(z.string()),
  body_sha256: z.array(z.string()),
})

async function split(open: () => AsyncIterable<Uint8Array>): Promise<{ bytes: Buffer; offset: number }[]> {
  const messages = []
  for await (const message of splitMbox(open)) messages.push(message)
  return messages
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function header(bytes: Buffer): { subject: string | null; id: string | null } {
  const result = readMessage(bytes)
  return result.ok
    ? { subject: oneLine(result.message.subject), id: result.message.messageId }
    : { subject: null, id: null }
}

describe('mailboxes of independent origin', () => {
  // In mboxcl2 nothing is quoted and only the counts tell where messages end; the references do not look at them.
  const files = Object.entries(loadExpected()).flatMap(([file, record]) =>
    record.kind === 'mbox' && !file.includes('mboxcl2') ? [{ file, messages: record.messages }] : [],
  )
  test.each(files)('$file', async ({ file, messages }) => {
    const ours = await split(() => createReadStream(join(CORPUS, file)))
    expect(ours.map(({ bytes }) => header(bytes))).toEqual(
      messages.map(([subject, id]) => ({ subject: subject === null ? null : oneLine(subject), id })),
    )
  })
})

describe('mailboxes of every kind, their truth known', () => {
  const truths = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(SYNTHETIC, 'truth.json'), 'utf8')))
  // mboxo cannot tell a sender's own ">From " from a quoted "From ": three bodies hold one.
  const AMBIGUOUS = new Set(['mboxo', 'mboxcl', 'thunderbird', 'gmail'])
  const boxes = Object.entries(truths).flatMap(([file, raw]) => {
    const truth = mailbox.safeParse(raw)
    return truth.success ? [{ file, ...truth.data }] : []
  })

  test.each(boxes)(
    '$file: same messages, same bodies, whatever the chunks',
    async ({ file, mbox, message_ids, body_sha256 }) => {
      const bytes = readFileSync(join(SYNTHETIC, file))
      const whole = await split(() => inChunks(bytes, bytes.length))
      expect(whole.map((message) => header(message.bytes).id)).toEqual(message_ids)
      const exact = whole.filter(({ bytes: own }, index) => {
        const text = own.toString('latin1').replace(/\r\n/g, '\n')
        // The truth was taken of bodies without their last line ends.
        const body = text.slice(text.indexOf('\n\n') + 2).replace(/\n+$/, '')
        return hash('sha256', Buffer.from(body, 'latin1')) === body_sha256[index]
      })
      expect(exact.length).toBe(AMBIGUOUS.has(mbox) ? 9 : 12)
      for (const size of [1, 7, 4096]) expect(await split(() => inChunks(bytes, size))).toEqual(whole)
    },
  )

  test.each(boxes)('$file: each offset leads to its message in the file', async ({ file }) => {
    const bytes = readFileSync(join(SYNTHETIC, file))
    for (const message of await split(() => inChunks(bytes, 500))) {
      expect(bytes.subarray(message.offset, message.offset + 40)).toEqual(message.bytes.subarray(0, 40))
    }
  })
})

describe('quoting is learned from the mailbox', () => {
  const box = (separator: string, body: string) =>
    async function* () {
      yield Buffer.from(`${separator}\nFrom: a@b.example\nSubject: x\n\n${body}\n\n`)
    }
  const DATED = 'From a@b.example Mon Jan  1 00:00:00 2024'
  test.each([
    ['a program that is known to quote once', 'From - Mon Jan  1 00:00:00 2024', '>>From a', 'single'],
    ['a doubled mark', DATED, 'x\n>>From a', 'every'],
    ['an unquoted line', DATED, 'x\n>From a\nFrom now on', 'none'],
    ['a single mark only', DATED, '>From a', 'single'],
  ])('%s', async (_, separator, body, quoting) => {
    expect(await findQuoting(box(separator, body)())).toBe(quoting)
  })

  test('prose that begins with "From " does not cut a message', async () => {
    const messages = await split(
      box(DATED, 'Dear Sir\n\nFrom Monday 9:00 on we shall deliver.\n\nFrom here: nothing'),
    )
    expect(messages).toHaveLength(1)
  })

  test('a lying Content-Length does not swallow the next message', async () => {
    const one = (count: number) => `${DATED}\nFrom: a@b.example\nContent-Length: ${count}\n\nbody\n\n`
    for (const count of [0, 3, 20, 10_000, 999_999_999_999]) {
      const messages = await split(async function* () {
        yield Buffer.from(one(count) + one(count))
      })
      expect(messages.map(({ bytes }) => bytes.toString().slice(-5))).toEqual(['body\n', 'body\n'])
    }
  })
})

describe('mboxrd', () => {
  const line = fc.oneof(
    fc.constantFrom('From me', '>From me', '>>From you', 'From - ', '', 'text', 'Subject: no'),
    fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  )
  const message = fc
    .array(line, { minLength: 1, maxLength: 8 })
    .map((body) => `From: a@b.example\nSubject: x\n\n${body.join('\n')}\n`)

  test('what is joined and split again is the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 300 }),
        async (messages, chunk) => {
          // The first message shows that this is mboxrd, as any larger mailbox does somewhere.
          const all = ['From: a@b.example\n\n>From the first\n', ...messages]
          const joined = all
            .map(
              (text) =>
                `From a@b.example Mon Jan  1 00:00:00 2024\n${text.replace(/^(>*From )/gm, '>$1').replace(/^>From:/m, 'From:')}\n`,
            )
            .join('')
          const parts = await split(() => inChunks(Buffer.from(joined), chunk))
          expect(parts.map(({ bytes }) => bytes.toString())).toEqual(all)
        },
      ),
      { numRuns: 200 },
    )
  })
})
