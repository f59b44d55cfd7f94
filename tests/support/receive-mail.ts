import { createHash } from 'node:crypto'
import type { IntakeLine } from '@bridge/model/evidence.ts'
import { addImport, endImport, listReceiptLines } from '../../electron/features/evidence/intakes-store.ts'
import { takeIn } from '../../electron/features/evidence/take-in.ts'
import { readMessage } from '../../electron/mail/read-message.ts'
import type { TestDesk } from './desk.ts'

/** Takes messages in as one import, read by the real reader in this process; gives the custody line of each. */
export function receiveMail(desk: TestDesk, caseId: string, ...mails: Buffer[]): IntakeLine[] {
  const importId = desk.ids.next()
  const at = desk.clock.now()
  desk.store.write((writer) => {
    addImport(writer, importId, caseId, at)
    mails.forEach((bytes, position) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const source = { importId, caseId, position, sourceName: `${position}.eml`, sourceOffset: null }
      takeIn(desk, writer, { source, bytes, sha256, form: 'mail', reading: readMessage(bytes) }, at)
    })
    endImport(writer, importId, at, false)
  })
  return listReceiptLines(desk.store.read, { importId, outcome: null, offset: 0, limit: 500 }).lines
}
