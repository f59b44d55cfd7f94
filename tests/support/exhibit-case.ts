import type { PdfRenderer } from '../../electron/documents/pdf/pdf-renderer.ts'
import { createExhibitsService } from '../../electron/features/exhibits/index.ts'
import { composer } from '../documents/print-setup.ts'
import { caseDraft } from './case-draft.ts'
import { openTestDesk } from './desk.ts'
import { type MailWords, rawMail } from './raw-mail.ts'
import { receiveMail } from './receive-mail.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const OWED = '我司确认尚欠货款148,200.00美元。'
export const STATEMENT_FILE = { name: '对账单.csv', text: '日期,金额\n2024-09-01,148200.00\n' }
export const OWED_WORDS: MailWords = {
  from: '李强 <li@hongda.example.cn>',
  to: 'Martin Keller <keller@seller.example>',
  subject: '付款/确认: "PO-7"',
  date: 'Mon, 16 Sep 2024 09:00:00 +0800',
  messageId: '3@hongda.example.cn',
  body: OWED,
  file: STATEMENT_FILE,
}
export const OWED_MAIL = rawMail(OWED_WORDS)
const AGAIN = { messageId: '4@hongda.example.cn', date: 'Tue, 17 Sep 2024 09:00:00 +0800' }

/**
 * A case ready to export: exhibit 1 a talk on the telephone, exhibit 2 a debt in two messages with a file each. `folder`
 * is empty; whoever calls closes the desk.
 */
export async function openExhibitCase(pdf: PdfRenderer) {
  const desk = await openTestDesk()
  const parts = { ...desk, pdf, composer, app: 'redchop test' }
  const exhibits = createExhibitsService(parts)
  const caseId = desk.cases.add(caseDraft({ forums: ['prc-court'] }))
  const received = receiveMail(desk, caseId, OWED_MAIL, rawMail({ ...OWED_WORDS, ...AGAIN }))
  const [owed = '', later = ''] = received.map((line) => line.messageId ?? '')
  const debt = desk.confirmations.mark({ messageId: owed, kind: 'debt', quote: OWED, quoteStart: 0 })
  desk.confirmations.decide({ statementId: debt, messageId: later, verdict: 'confirms', quote: OWED })
  const talk = {
    kind: 'term',
    channel: 'telephone',
    quote: '六十天内付款',
    speaker: '李强',
    saidOn: null,
  } as const
  const term = desk.confirmations.type({ caseId, ...talk })
  exhibits.addFromStatements(caseId, [debt, term], null)
  return { desk, parts, exhibits, caseId, folder: temporaryFolder() }
}
