import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { caseDraft } from '../../../tests/support/case-draft.ts'
import { openTestDesk } from '../../../tests/support/desk.ts'
import { rawMail } from '../../../tests/support/raw-mail.ts'
import { readMessage } from '../../mail/read-message.ts'
import type { AuthenticityService } from '../authenticity/index.ts'
import { addImport } from '../evidence/index.ts'
import { type IntakeSource, takeIn } from '../evidence/take-in.ts'
import type { PackedExhibit } from '../exhibits/index.ts'
import { collectPapers } from './collect-papers.ts'

const untested = { test: async () => ({ findings: [], score: [], used: [], keys: [] }) }

test('only bytes that lay somewhere as a file are called received', async () => {
  const desk = await openTestDesk()
  const caseId = desk.cases.add(caseDraft())
  const importId = desk.ids.next()
  desk.store.write((writer) => addImport(writer, importId, caseId, desk.clock.now()))
  let position = 0
  const bytesAfter = async (name: string, ...places: Partial<IntakeSource>[]) => {
    const bytes = rawMail({ from: 'a@x.example', messageId: name, subject: name })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const base = { importId, caseId, sourceName: name, sourceOffset: null }
    desk.store.write((writer) => {
      for (const place of places) {
        const reading = readMessage(bytes)
        takeIn(
          desk,
          writer,
          { source: { ...base, position: position++, ...place }, bytes, sha256, form: 'mail', reading },
          '2026-03-02T10:00:00Z',
        )
      }
    })
    const page = { caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 50 } as const
    const messageId = desk.evidence.list(page).rows.find(({ subject }) => subject === name)?.id ?? ''
    const packed = { name, originals: [{ messageId, path: name, sizeBytes: bytes.length }] }
    const paper = await collectPapers(
      desk.store.read,
      untested as unknown as AuthenticityService,
      packed as unknown as PackedExhibit,
    )
    return paper.messages[0]
  }
  const mailbox = { containerSha256: 'c'.repeat(64), itemNumber: 2_097_188, folder: 'Inbox' }
  expect(await bytesAfter('pst', mailbox)).toMatchObject({ bytes: 'composed', custody: [mailbox] })
  expect(await bytesAfter('mbox', { sourceOffset: 812 })).toMatchObject({ bytes: 'unwrapped' })
  expect(await bytesAfter('zip', { containerSha256: 'c'.repeat(64) })).toMatchObject({ bytes: 'received' })
  expect(await bytesAfter('both', mailbox, {})).toMatchObject({ bytes: 'received' })
  await desk.close()
}, 60_000)
