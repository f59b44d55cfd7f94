import { z } from 'zod'
import { channel } from './channel.ts'
import { charset } from './charset.ts'
import { hit } from './finding.ts'
import { senderFlag } from './identity.ts'
import { attachment, messageForm, person, readingWarning, unreadableReason, writtenDate } from './message.ts'
import { statementState } from './statement.ts'

/** A message as one row of the list. */
export const messageRow = z.object({
  id: z.uuid(),
  threadId: z.uuid(),
  form: messageForm,
  channel,
  subject: z.string(),
  fromName: z.string(),
  fromAddress: z.string(),
  /** True where the sender's mailbox or domain is one of the counterparty's. */
  fromCounterparty: z.boolean(),
  /** Signs that the sender is not who he seems. */
  flags: z.array(senderFlag),
  sentAt: z.iso.datetime().nullable(),
  sentZoneMinutes: z.int().nullable(),
  /** The first words of the body. */
  preview: z.string(),
  attachmentCount: z.int(),
  /** States of the statements marked in it. */
  statements: z.array(statementState),
  /** How many decided answers it holds, and in how many exhibits it stands. */
  answerCount: z.int(),
  exhibitCount: z.int(),
  /** How many other copies of it there are, and of which message it is one itself. */
  copyCount: z.int(),
  copyOf: z.uuid().nullable(),
  /** Where it holds what was looked for; null without a search, and where that was too far to look. */
  hit: hit.nullable(),
  unreadable: unreadableReason.nullable(),
})
export type MessageRow = z.infer<typeof messageRow>

export const intakeOutcome = z.enum(['stored', 'known', 'unreadable', 'skipped'])
export type IntakeOutcome = z.infer<typeof intakeOutcome>

/** Reason of a line that offered a known original whose stored file was damaged or gone: it is whole again. */
export const ORIGINAL_HEALED = 'ORIGINAL_HEALED'

/** Reason of what stands in the export of a chat and is no line of it. */
export const NOT_A_LINE = 'NOT_A_LINE'

/** One line of custody: when, from what file, with which bytes a message came in. */
export const intakeLine = z.object({
  id: z.uuid(),
  importId: z.uuid(),
  sourceName: z.string(),
  sourceOffset: z.int().nullable(),
  /** SHA-256 of the whole file it was taken out of (a mailbox of Outlook's, a ZIP); null where it lay there by itself. */
  containerSha256: z.string().nullable(),
  /** Number of the item in that container, where it has one. */
  itemNumber: z.int().nullable(),
  /** Folder of the mailbox it lay in, from the top, with `/`. */
  folder: z.string().nullable(),
  /** What the mailbox said of it, one a line: labels as they stand, flags as IMAP names them (`\\Seen`). */
  labels: z.string().nullable(),
  outcome: intakeOutcome,
  reason: z.string().nullable(),
  messageId: z.uuid().nullable(),
  originalSha256: z.string().nullable(),
  takenAt: z.iso.datetime(),
})
export type IntakeLine = z.infer<typeof intakeLine>

/** A line of a receipt; of what was known it says as what that came in first. */
export const receiptLine = intakeLine.extend({ firstSource: z.string().nullable() })
export type ReceiptLine = z.infer<typeof receiptLine>

/** A message as the reader pane shows it. Its HTML is not here: `/content/messages/ID/body` serves it. */
export const messageView = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  threadId: z.uuid(),
  form: messageForm,
  channel,
  subject: z.string(),
  /** RFC 5322 Message-ID. */
  headerMessageId: z.string().nullable(),
  from: z.array(person),
  sender: z.array(person),
  replyTo: z.array(person),
  to: z.array(person),
  cc: z.array(person),
  bcc: z.array(person),
  fromCounterparty: z.boolean(),
  flags: z.array(senderFlag),
  date: writtenDate,
  receivedAt: z.iso.datetime().nullable(),
  text: z.string(),
  hasHtml: z.boolean(),
  attachments: z.array(attachment),
  warnings: z.array(readingWarning),
  unreadable: unreadableReason.nullable(),
  originalSha256: z.string(),
  /** The charset the lawyer had it read in; null where its labels and the reader's guess ruled. */
  charset: charset.nullable(),
  originalSizeBytes: z.int(),
  intakes: z.array(intakeLine),
  exhibitNumbers: z.array(z.string()),
})
export type MessageView = z.infer<typeof messageView>

/** The counted receipt an import ends in. */
export const importReceipt = z.object({
  id: z.uuid(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Ended before everything was read: cancelled, or failed, which the job tells. */
  cancelled: z.boolean(),
  counts: z.object({ stored: z.int(), known: z.int(), unreadable: z.int(), skipped: z.int() }),
})
export type ImportReceipt = z.infer<typeof importReceipt>
