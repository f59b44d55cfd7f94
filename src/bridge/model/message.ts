import { z } from 'zod'

/** What a message is: mail, one line of a chat, or a document that came by itself. */
export const messageForm = z.enum(['mail', 'chat', 'document'])
export type MessageForm = z.infer<typeof messageForm>

/** A person or mailbox as a header names it. `name` is decoded and may be empty; `address` is as written. */
export const person = z.object({ name: z.string(), address: z.string() })
export type Person = z.infer<typeof person>

/**
 * The `Date` header as the sender's clock wrote it; without a header, the time of sending Outlook noted: then no zone is
 * known, and `raw` names the property.
 * `at` is the instant (ISO 8601, UTC, seconds), `zoneMinutes` the zone it was written in (RFC 5322 3.3; minutes east
 * of UTC), `raw` the header's own text. A missing or unreadable date stays missing: it is never guessed.
 */
export const writtenDate = z.object({
  at: z.iso.datetime().nullable(),
  zoneMinutes: z.int().nullable(),
  raw: z.string().nullable(),
})
export type WrittenDate = z.infer<typeof writtenDate>

/** A named or non-text part. Its bytes stay inside the original; `partPath` (IMAP style, "2.1") finds them again. */
export const attachment = z.object({
  partPath: z.string(),
  /** Decoded name, safe to show: no path, no control or bidi characters, at most 120 bytes of UTF-8; may be empty. */
  fileName: z.string(),
  /** The name as the header carries it, undecoded; null where there is none. */
  rawFileName: z.string().nullable(),
  contentType: z.string(),
  sizeBytes: z.int().nonnegative(),
  /** SHA-256 of the decoded bytes, lower-case hex. */
  sha256: z.string().length(64),
  contentId: z.string().nullable(),
  /** True where the HTML body shows it in place. */
  inline: z.boolean(),
  /** Subject of the message a part is (message/rfc822, or one of Outlook's); null for every other part. */
  nestedSubject: z.string().nullable(),
})
export type Attachment = z.infer<typeof attachment>

/** What the reader noticed about a message. Codes only: a warning never carries text of the message. */
export const readingWarning = z.enum([
  'CHARSET_GUESSED',
  'CHARSET_UNKNOWN',
  'DATE_MISSING',
  'DATE_UNREADABLE',
  'DATE_DISAGREES',
  'FROM_MISSING',
  'SENDER_DISAGREES',
  'MESSAGE_ID_MISSING',
  'MULTIPART_UNCLOSED',
  'HTML_TOO_LARGE',
  'PART_ENCODING_DAMAGED',
  'PART_UNREADABLE',
  'HEADER_DAMAGED',
  'TRUNCATED',
  'UNSENT',
  /** Of a line of a chat: the program wrote it; it stands for what was left out; its zone is not known; somebody typed it off a picture. */
  'SYSTEM_LINE',
  'MEDIA_LEFT_OUT',
  'ZONE_MISSING',
  'TRANSCRIBED',
])
export type ReadingWarning = z.infer<typeof readingWarning>

/** A message as read from its bytes (RFC 5322 and MIME, or Outlook's MAPI). The bytes themselves stay the original. */
export const parsedMessage = z.object({
  subject: z.string(),
  /** Without angle brackets; null where the header is missing. */
  messageId: z.string().nullable(),
  inReplyTo: z.array(z.string()),
  references: z.array(z.string()),
  from: z.array(person),
  sender: z.array(person),
  replyTo: z.array(person),
  to: z.array(person),
  cc: z.array(person),
  bcc: z.array(person),
  date: writtenDate,
  /** Time of the topmost `Received` header, else the delivery Outlook noted; ISO 8601 UTC, null where there is none. */
  receivedAt: z.iso.datetime().nullable(),
  /** What the message says as plain text: the text part, else the HTML turned into text. */
  text: z.string(),
  hasHtml: z.boolean(),
  attachments: z.array(attachment),
  warnings: z.array(readingWarning),
})
export type ParsedMessage = z.infer<typeof parsedMessage>

/** Why a message was kept but could not be read. */
export const unreadableReason = z.enum([
  'EMPTY',
  'NOT_A_MESSAGE',
  'TOO_LARGE',
  'TOO_MANY_PARTS',
  'TOO_DEEP',
  'TOO_MANY_HEADERS',
  'TOOK_TOO_LONG',
  'OUT_OF_MEMORY',
  'READER_FAILED',
])
export type UnreadableReason = z.infer<typeof unreadableReason>

/**
 * Why a file gave no message. NOT_MAIL: nothing the reader knows, or a contact, an appointment, a task of a mailbox;
 * NO_MESSAGES: a mailbox or archive without any; SYMBOLIC_LINK: links are not followed; TOO_LARGE: beyond what fits into memory;
 * UNREADABLE: the disk or the reader failed; OTHER_ARCHIVE: to be unpacked first (RAR, 7z); ENCRYPTED: locked with a password;
 * DAMAGED: cut off, or not what it says it is; UNSAFE_NAME: its path leads out of the archive; BOMB: it swells beyond all
 * measure, or shares its bytes with others; TOO_MANY_FILES, TOO_DEEP: beyond what is opened of one archive.
 */
export const skipReason = z.enum([
  'NOT_MAIL',
  'NO_MESSAGES',
  'SYMBOLIC_LINK',
  'NO_ACCESS',
  'NOT_FOUND',
  'TOO_LARGE',
  'UNREADABLE',
  'OTHER_ARCHIVE',
  'ENCRYPTED',
  'DAMAGED',
  'UNSAFE_NAME',
  'BOMB',
  'TOO_MANY_FILES',
  'TOO_DEEP',
])
export type SkipReason = z.infer<typeof skipReason>
