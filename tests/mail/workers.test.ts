import { hash } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { fromMailWorker, toMailWorker, WINDOW } from '../../electron/workers/mail-protocol.ts'
import { createMailReader, type MailReader, type SourceItem } from '../../electron/workers/mail-reader.ts'
import { startChildWorker } from '../../electron/workers/start-child-worker.ts'
import type { StartWorker } from '../../electron/workers/worker-process.ts'
import { startTestWorker } from '../support/start-test-worker.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { mail, mixed, PLAIN_FIELDS } from './support/compose-mail.ts'
import { SMALL_MSG, SMALL_TNEF } from './support/small-outlook.ts'

const readers: MailReader[] = []

/** The mail worker whose reader has the flaws a hostile message would look for. */
const startPoisonedWorker = startChildWorker(() => join(import.meta.dirname, 'support/poisoned-worker.ts'))

function reader(start: StartWorker = startTestWorker, readMs?: number): MailReader {
  const made = createMailReader(start, readMs)
  readers.push(made)
  return made
}

function message(subject: string, body: string | Buffer = 'x'): Buffer {
  return mail(['From: a@b.example', `Subject: ${subject}`], body)
}

function folderOf(files: Record<string, string | Buffer>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

async function readAll(from: MailReader, paths: string[]): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  await from.readSources(paths, { onItem: (item) => void items.push(item) })
  return items
}

/** One word for each item: what became of it. */
function outcomes(items: readonly SourceItem[]): string[] {
  return items.map((item) => {
    const name = item.sourceName.split('/').at(-1)
    if (item.kind === 'skipped') return `${name} ${item.reason}`
    return `${name} ${item.reading.ok ? item.reading.message.subject : item.reading.reason}`
  })
}

afterEach(async () => {
  await Promise.all(readers.splice(0).map((made) => made.close()))
})

describe('reading sources', () => {
  test('everything offered is delivered in order, with the bytes and the hash of the file', async () => {
    const box = `From a@b.example Mon Jan  1 00:00:00 2024\n${message('in box 1').toString('latin1')}\n\nFrom a@b.example Mon Jan  1 00:00:00 2024\n${message('in box 2').toString('latin1')}\n`
    const folder = folderOf({
      '1.eml': message('one'),
      '2.mbox': box,
      '3.pdf': '%PDF-1.7',
      '4': message('no extension'),
      '5.eml': '',
      '6.mbox': '',
    })
    mkdirSync(join(folder, '7'))
    writeFileSync(join(folder, '7', 'inside.eml'), message('deeper'))
    symlinkSync(join(folder, '1.eml'), join(folder, '8.eml'))
    const items = await readAll(reader(), [folder])
    expect(outcomes(items)).toEqual([
      '1.eml one',
      '2.mbox in box 1',
      '2.mbox in box 2',
      '3.pdf 3.pdf',
      '4 no extension',
      '5.eml EMPTY',
      '6.mbox NO_MESSAGES',
      'inside.eml deeper',
      '8.eml SYMBOLIC_LINK',
    ])
    expect(items[3]).toMatchObject({ form: 'document', bytes: Buffer.from('%PDF-1.7') })
    for (const item of items) {
      if (item.kind === 'message') expect(item.sha256).toBe(hash('sha256', item.bytes))
    }
    expect(items[0]).toMatchObject({ bytes: message('one'), form: 'mail', offset: null })
    expect(items[2]).toMatchObject({ offset: box.indexOf('From:', 60) })
  })

  test("Outlook's files are known by their first octets, and what is only called so is not", async () => {
    const folder = folderOf({
      '1.msg': SMALL_MSG,
      '2.dat': SMALL_TNEF,
      '3.msg': message('in text'),
      '4.msg': 'no mail',
    })
    const items = await readAll(reader(), [folder])
    expect(outcomes(items)).toEqual(['1.msg RE: 余款', '2.dat RE: 余款', '3.msg in text', '4.msg NOT_MAIL'])
  })

  test('a file that cannot be read is named with its reason', async () => {
    const folder = folderOf({ '1.eml': message('one'), '3.eml': message('three') })
    const items = await readAll(reader(), [
      join(folder, '1.eml'),
      join(folder, '2.eml'),
      join(folder, '3.eml'),
    ])
    expect(outcomes(items)).toEqual(['1.eml one', '2.eml NOT_FOUND', '3.eml three'])
  })

  test('the plan comes first and progress ends at its bytes', async () => {
    const folder = folderOf({
      '1.eml': message('one'),
      '2.pdf': 'x'.repeat(1_000),
      '3.eml': message('three'),
    })
    const seen: unknown[] = []
    await reader().readSources([folder], {
      onPlan: (plan) => seen.push(plan),
      onItem: (_, doneBytes) => void seen.push(doneBytes),
    })
    const [one, three] = [message('one').length, message('three').length]
    expect(seen).toEqual([{ sources: 3, bytes: one + 1_000 + three }, one, one + 1_000, one + 1_000 + three])
  })

  test('a slow receiver holds the worker back', async () => {
    const body = Buffer.alloc(3_000_000, 'x')
    const folder = folderOf(
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${100 + n}.eml`, message(`${n}`, body)])),
    )
    let ahead = 0
    let farthest = 0
    const watched: StartWorker = (name) => {
      const worker = startTestWorker(name)
      return {
        ...worker,
        post: (told) => {
          const credit = toMailWorker.parse(told)
          if (credit.type === 'credit') ahead -= credit.bytes
          worker.post(told)
        },
        onMessage: (listener) =>
          worker.onMessage((raw) => {
            const said = fromMailWorker.parse(raw)
            if (said.type === 'item') ahead += said.sizeBytes
            farthest = Math.max(farthest, ahead)
            listener(raw)
          }),
      }
    }
    await createMailReader(watched).readSources([folder], {
      // Until the worker waits, and a little longer, to see that it does.
      onItem: async () => {
        while (farthest < WINDOW.bytes - body.length - 1_000) await pause(5)
        await pause(20)
      },
    })
    expect(farthest).toBeLessThanOrEqual(WINDOW.bytes)
  })

  test('stopping ends it with the reason of the signal', async () => {
    const folder = folderOf(
      Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${n}.eml`, message(`${n}`)])),
    )
    const stop = new AbortController()
    let count = 0
    const reading = reader().readSources([folder], {
      signal: stop.signal,
      onItem: () => {
        count += 1
        if (count === 5) stop.abort(new Error('CANCELLED'))
      },
    })
    await expect(reading).rejects.toThrow('CANCELLED')
    expect(count).toBe(5)
  })

  test('what the receiver throws ends it', async () => {
    const folder = folderOf({ '1.eml': message('one'), '2.eml': message('two') })
    const reading = reader().readSources([folder], {
      onItem: () => {
        throw new Error('DISK_FULL')
      },
    })
    await expect(reading).rejects.toThrow('DISK_FULL')
  })
})

describe('a message that breaks its worker is delivered unread, and the rest is read', () => {
  test('one that loops', async () => {
    const folder = folderOf({ '1.eml': message('one'), '2.eml': message('LOOP'), '3.eml': message('three') })
    const items = await readAll(reader(startPoisonedWorker, 2_000), [folder])
    expect(outcomes(items)).toEqual(['1.eml one', '2.eml TOOK_TOO_LONG', '3.eml three'])
    expect(items[1]).toMatchObject({ bytes: message('LOOP'), sha256: hash('sha256', message('LOOP')) })
  })

  test('those that exhaust memory, kill it or take it over', async () => {
    const box = ['before', 'DIE', 'between', 'NONSENSE', 'BUFFERS', 'after']
      .map((name) => `From a@b.example Mon Jan  1 00:00:00 2024\n${message(name).toString('latin1')}\n\n`)
      .join('')
    const folder = folderOf({
      '1.eml': message('HEAP'),
      '2.mbox': box,
      '3.eml': message('NONSENSE'),
      '4.eml': message('four'),
    })
    const items = await readAll(reader(startPoisonedWorker, 60_000), [folder])
    expect(outcomes(items)).toEqual([
      '1.eml OUT_OF_MEMORY',
      '2.mbox before',
      '2.mbox READER_FAILED',
      '2.mbox between',
      '2.mbox READER_FAILED',
      '2.mbox OUT_OF_MEMORY',
      '2.mbox after',
      '3.eml READER_FAILED',
      '4.eml four',
    ])
  }, 120_000)

  test('those that break it while most of their bytes are still on the way', async () => {
    const large = (subject: string): Buffer => message(subject, Buffer.alloc(24 * 1024 ** 2, 'x'))
    const given = [large('DIE'), large('LOOP'), large('HEAP'), large('last')]
    const folder = folderOf(Object.fromEntries(given.map((bytes, at) => [`${at}.eml`, bytes])))
    const items = await readAll(reader(startPoisonedWorker, 4_000), [folder])
    expect(outcomes(items)).toEqual([
      '0.eml READER_FAILED',
      '1.eml TOOK_TOO_LONG',
      '2.eml OUT_OF_MEMORY',
      '3.eml last',
    ])
    for (const [at, item] of items.entries())
      expect(item.kind === 'message' && item.bytes.equals(given[at] ?? Buffer.alloc(0))).toBe(true)
  }, 120_000)
})

describe('questions about one message', () => {
  const attachment = Buffer.from(Array.from({ length: 3_500_000 }, (_, n) => n % 251))
  const whole = mixed([
    'Content-Type: text/html\r\n\r\n<p>Hello</p>',
    `Content-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${attachment.toString('base64')}`,
  ])

  test('body and parts come back exact, also when asked all at once', async () => {
    const asked = reader()
    const [body, part, none] = await Promise.all([
      asked.body(whole),
      asked.part(whole, '2'),
      asked.part(whole, '9'),
    ])
    expect(body).toEqual({ text: 'Hello', html: '<p>Hello</p>', blockedImages: 0 })
    expect(part).toEqual({ contentType: 'application/pdf', fileName: 'a.pdf', text: null, bytes: attachment })
    expect(none).toBeNull()
  })

  test('a message is read as at its import', async () => {
    expect(await reader().message(message('enclosed'))).toMatchObject({ subject: 'enclosed' })
  })

  test('a message that cannot be read rejects with its code', async () => {
    const asked = reader()
    await expect(asked.message(Buffer.from('no mail'))).rejects.toMatchObject({ code: 'NOT_A_MESSAGE' })
    await expect(asked.body(Buffer.from('no mail'))).rejects.toMatchObject({ code: 'NOT_A_MESSAGE' })
    expect((await asked.body(mail(PLAIN_FIELDS, 'still here'))).text).toBe('still here')
  })

  test('closing lets go of a question at once, whatever its worker does', async () => {
    const ignore = () => undefined
    const asked = reader(() => ({ post: ignore, onMessage: ignore, onExit: ignore, kill: ignore }), 60_000)
    const body = asked.body(message('unheard')).catch((error: unknown) => error)
    await pause(20)
    await asked.close()
    expect(await body).toMatchObject({ code: 'READER_FAILED' })
  })

  test('a worker that is too slow is replaced', async () => {
    const asked = reader(startTestWorker, 0)
    await expect(asked.body(whole)).rejects.toMatchObject({ code: 'TOOK_TOO_LONG' })
    await expect(asked.part(whole, '2')).rejects.toMatchObject({ code: 'TOOK_TOO_LONG' })
  })
})
