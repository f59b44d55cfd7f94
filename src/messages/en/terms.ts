import type { CodeWarning, Forum } from '@bridge/model/case.ts'
import type { Channel } from '@bridge/model/channel.ts'
import type { IntakeOutcome } from '@bridge/model/evidence.ts'
import type { JobFailureCode, JobKind, JobPhase } from '@bridge/model/job.ts'
import type { ReadingWarning, SkipReason, UnreadableReason } from '@bridge/model/message.ts'
import type { CandidateReason, StatementKind, StatementState, Verdict } from '@bridge/model/statement.ts'

const kind: Record<StatementKind, string> = {
  term: 'Term',
  delivery: 'Delivery',
  defect: 'Defect',
  debt: 'Debt',
}

const state: Record<StatementState, string> = {
  unconfirmed: 'Unconfirmed',
  asked: 'Asked',
  confirmed: 'Confirmed',
  denied: 'Denied',
}

const verdict: Record<Verdict, string> = {
  confirms: 'Confirms',
  denies: 'Denies',
  rejected: 'Not an answer',
}

const channel: Record<Channel, string> = {
  email: 'E-mail',
  'alibaba-chat': 'Alibaba chat',
  'complaint-center': 'Alibaba complaint centre',
  wechat: 'WeChat',
  whatsapp: 'WhatsApp',
  telephone: 'Telephone',
  meeting: 'Meeting',
  document: 'Document',
  other: 'Other',
}

const forum: Record<Forum, string> = {
  'prc-court': 'People’s court (PRC)',
  cietac: 'CIETAC arbitration',
  hkiac: 'HKIAC arbitration',
  'other-arbitration': 'Other arbitration',
  'alibaba-mediation': 'Alibaba.com mediation',
  'aliexpress-dispute': 'AliExpress dispute',
}

const clientRole = { creditor: 'Creditor', debtor: 'Debtor' }

const reason: Record<CandidateReason, string> = {
  REPLIES_TO_STATEMENT: 'replies to the statement',
  SAME_THREAD: 'same thread',
  FROM_COUNTERPARTY_MAILBOX: 'from the counterparty’s mailbox',
  QUOTES_THE_PASSAGE: 'quotes the passage',
  SHARES_FIGURES: 'names the same figures',
  SPEAKS_OF_CONFIRMING: 'speaks of confirming',
  SPEAKS_OF_REFUSING: 'speaks of refusing',
  SOON_AFTER: 'sent soon after',
  COUNTERPARTYS_OWN_WORDS: 'the counterparty’s own words',
}

const warning: Record<ReadingWarning, string> = {
  CHARSET_GUESSED: 'The character set was not declared; it was guessed from the bytes.',
  CHARSET_UNKNOWN: 'The declared character set is unknown; some characters may be wrong.',
  DATE_MISSING: 'The message carries no date.',
  DATE_UNREADABLE: 'The date in the header cannot be read.',
  DATE_DISAGREES:
    'The date in the header and the time of sending that Outlook noted are more than a minute apart.',
  FROM_MISSING: 'The message names no sender.',
  SENDER_DISAGREES: 'The header names another sender than Outlook noted.',
  MESSAGE_ID_MISSING: 'The message carries no Message-ID.',
  MULTIPART_UNCLOSED: 'A part of the message has no proper end.',
  HTML_TOO_LARGE: 'Its formatted form is too large to be shown; this is its text.',
  PART_ENCODING_DAMAGED: 'The encoding of a part is damaged; some of its bytes are missing.',
  PART_UNREADABLE: 'A part could not be read.',
  HEADER_DAMAGED: 'A header line is damaged.',
  TRUNCATED: 'The message ends before its own structure says it should.',
  UNSENT: 'Outlook marks it as a draft that was never sent.',
  SYSTEM_LINE: 'The program of the chat wrote this line, not a person.',
  MEDIA_LEFT_OUT: 'It stands for a picture, voice or file that the export left out.',
  ZONE_MISSING: 'No time zone was stated for the chat; its time is as written.',
  TRANSCRIBED: 'A person typed this line off a picture.',
}

const unreadable: Record<UnreadableReason, string> = {
  EMPTY: 'The file is empty.',
  NOT_A_MESSAGE: 'This is not an e-mail message.',
  TOO_LARGE: 'It is larger than 150 MB.',
  TOO_MANY_PARTS: 'It has more than 1,000 parts.',
  TOO_DEEP: 'Its parts are nested too deep.',
  TOO_MANY_HEADERS: 'It has more than 2,000 header lines.',
  TOOK_TOO_LONG: 'Reading it took too long and was stopped.',
  OUT_OF_MEMORY: 'Reading it needed too much memory and was stopped.',
  READER_FAILED: 'The reader failed on it.',
}

const skip: Record<SkipReason, string> = {
  NOT_MAIL: 'This is not correspondence.',
  NO_MESSAGES: 'It holds no messages.',
  SYMBOLIC_LINK: 'This is a link; links are not followed.',
  NO_ACCESS: 'Redchop may not open it.',
  NOT_FOUND: 'It was gone when it was to be read.',
  TOO_LARGE: 'It is too large to be read.',
  UNREADABLE: 'The disk could not read it.',
  OTHER_ARCHIVE: 'An archive Redchop does not open. Unpack it and import what is in it.',
  ENCRYPTED: 'It is locked with a password. Unlock it first, and import it then.',
  DAMAGED: 'It is damaged, or cut off.',
  UNSAFE_NAME: 'Its path leads out of the archive.',
  BOMB: 'It swells beyond all measure when unpacked.',
  TOO_MANY_FILES: 'The archive holds more than 10,000 files; the rest was left out.',
  TOO_DEEP: 'It is nested too deep.',
}

const code: Record<CodeWarning, string> = {
  EMPTY: 'No code yet. It tells apart companies with the same name.',
  WRONG_LENGTH: 'A unified social credit code has 18 characters.',
  WRONG_CHARACTER: 'It holds a character that such codes never use (I, O, S, V and Z do not occur).',
  WRONG_CHECK_CHARACTER: 'The last character does not fit the others. Compare it with the business licence.',
  OLD_REGISTRATION_NUMBER:
    'This looks like a registration number from before 2015; look up the code that replaced it.',
}

const outcome: Record<IntakeOutcome, string> = {
  stored: 'Stored',
  known: 'Already known',
  unreadable: 'Kept, not readable',
  skipped: 'Skipped',
}

const job: Record<JobKind, string> = {
  'evidence.import': 'Importing messages',
  'evidence.texts': 'Reading attachments for search',
  'evidence.index': 'Making the search index anew',
  'exhibits.export': 'Writing the exhibits',
  'backups.make': 'Making a backup',
}

const failure: Record<JobFailureCode, string> = {
  UNEXPECTED: 'Something happened that Redchop does not know. Try again; where it happens again, restart it.',
  DISK_FULL: 'The disk is full. Make room and do this again.',
  DISK_FAILING:
    'The disk did not confirm that something was written. If this happens again, make a backup and replace the drive.',
  STORE_DAMAGED: 'The case store is damaged. Run “redchop verify” before you go on.',
  ORIGINAL_DAMAGED:
    'A stored original is gone or no longer matches its hash. Run “redchop verify” to see which, and import it again or restore a backup that still holds it.',
  MESSAGE_UNREADABLE:
    'A message, or a file attached to it, can no longer be read. Try again, or take it off the list.',
  PLACE_REFUSED: 'The chosen place is gone or may not be written to. Choose another one.',
  TOO_LARGE_FOR_ZIP: 'This is more than a ZIP file can hold (4 GB). Export it as a folder.',
  CHROMIUM_MISSING: 'There is no Chromium to print with. Install it, or name it in REDCHOP_CHROMIUM.',
  CHROMIUM_FAILED: 'The program that prints the pages stopped. Try again.',
  PRINT_FAILED: 'A page could not be printed. Try again, or take the exhibit off the list.',
  BUNDLE_WORKER_FAILED:
    'The program that binds the PDF stopped, as it does where memory runs out. Close other programs and try again.',
  LIST_UNSTABLE: 'The page numbers in the list did not settle. Change the wording of one exhibit a little.',
  BACKUP_FOLDER_MISSING: 'The folder for backups is not there. Plug in the drive, or choose another folder.',
  BACKUP_NOT_PROVEN:
    'The backup was made, but restoring it for trial did not give the same vault. It does not count; the earlier ones are untouched.',
  VAULT_WORKER_FAILED: 'The program that copies the vault stopped. Nothing was changed; try again.',
}

const phase: Record<JobPhase, string> = {
  listing: 'Looking through the files',
  reading: 'Reading messages',
  collecting: 'Collecting originals',
  typesetting: 'Setting pages',
  binding: 'Binding the bundle',
  writing: 'Writing files',
  copying: 'Copying the vault',
  proving: 'Proving the copy',
  indexing: 'Indexing',
}

export const terms = {
  kind,
  state,
  verdict,
  channel,
  forum,
  clientRole,
  reason,
  warning,
  unreadable,
  skip,
  code,
  outcome,
  job,
  failure,
  phase,
}
