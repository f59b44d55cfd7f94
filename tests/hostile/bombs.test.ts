import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createBundleComposer } from '../../electron/documents/pdf/bundle-composer.ts'
import { createMailReader, type SourceItem } from '../../electron/workers/mail-reader.ts'
import { unreadableReason } from '../../src/bridge/model/message.ts'
import { startTestWorker } from '../support/start-test-worker.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { FILE_BOMBS } from './bombs/file-bombs.ts'
import { MAIL_BOMBS, mailboxBomb } from './bombs/mail-bombs.ts'

/** What one bomb may take with all that is around it, where other tests have the processors too, milliseconds. */
const MOST_MS = 60_000
const AFTER = Buffer.from('From: a@b.example\r\nSubject: after\r\n\r\nx')

const reader = createMailReader(startTestWorker)
afterAll(() => reader.close())

async function readAll(folder: string): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  await reader.readSources([folder], { onItem: (item) => void items.push(item) })
  return items
}

describe('a message that wants too much is kept, and the next one read', () => {
  test.each(Object.entries(MAIL_BOMBS))(
    '%s',
    async (_, make) => {
      const bytes = make()
      const folder = temporaryFolder()
      writeFileSync(join(folder, '1.eml'), bytes)
      writeFileSync(join(folder, '2.eml'), AFTER)
      const [bomb, after] = await readAll(folder)
      if (bomb?.kind !== 'message' || after?.kind !== 'message') throw new TypeError('a message was lost')
      expect(hash('sha256', bomb.bytes)).toBe(hash('sha256', bytes))
      if (!bomb.reading.ok) {
        expect(unreadableReason.options).toContain(bomb.reading.reason)
        expect(bomb.reading.reason).not.toBe('READER_FAILED')
      }
      expect(after.reading).toMatchObject({ ok: true, message: { subject: 'after' } })
      // Shown, it is text or harmless HTML, or its reader is replaced: the next question is answered.
      await reader.body(bytes).catch(() => undefined)
      expect((await reader.body(AFTER)).text).toBe('x')
    },
    MOST_MS,
  )

  test('30,000 messages of one line in a mailbox', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '1.mbox'), mailboxBomb(30_000))
    expect(await readAll(folder)).toHaveLength(30_000)
  }, 120_000)
})

describe('a file that wants too much is answered with why, and the bundle goes on', () => {
  const noFonts = { regular: new Uint8Array(), bold: new Uint8Array() }
  const composer = createBundleComposer(startTestWorker, noFonts, 20_000)
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
    'base64',
  )

  test.each(Object.entries(FILE_BOMBS))(
    '%s',
    async (_, { kind, make }) => {
      const session = composer.start()
      try {
        const opened = await session.open(1, kind, make())
        expect('problem' in opened ? opened.problem : opened.pageCount).toBeDefined()
        expect(await session.open(2, 'png', pixel)).toEqual({ pageCount: 1 })
      } finally {
        session.close()
      }
    },
    MOST_MS,
  )
})
