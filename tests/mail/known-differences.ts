/**
 * Where we differ from what independent readers agree on, and why that stays. By file and field; for files that are not
 * read, by file and reason.
 */
const PARTS = 'The references note the first text part only; a message says what all its text parts say.'
const NULL_ADDRESS = 'The references drop a sender whose address is "<>"; his name is part of the evidence.'
const META_CHARSET =
  'The references drop two octets that the charset named in the HTML head (windows-1250) decodes.'
const BOM =
  'The references lose the first field behind a byte order mark, or all fields behind a "From -" line after one.'
const TITLE = 'The references count the text of title and style elements, which no reader sees.'
const UNOPENED =
  'A multipart whose boundary never occurs is listed, so that its octets can be looked at; the references drop it.'
const BLANK_FIRST = 'The references take blank lines before the header for its end and read no header at all.'
const ISO_DATE = 'An ISO 8601 date with its zone is no RFC 5322 date, but leaves no doubt.'
const LIMIT = 'Beyond the limits on depth (32) and parts (1,000) a message is kept and not read.'
const NO_MESSAGE = 'Nothing, or text without any header field, is not read as a message without a header.'
const EXTENDED_NAME =
  'Where filename and filename* differ, filename* counts (RFC 6266 4.3, and the truth the file was made from).'
const INSIDE_TNEF = 'The references stop at winmail.dat; what lies in it is listed behind it.'
const NAMELESS =
  'The header names an address only; the name the reference reads is the address again, which Outlook put there.'
const BY_NAME = 'The reference sorts attachments by their names; here they stand in the order of the stream.'

export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'cpython-test_email/msg_10.txt html': PARTS,
  'cpython-test_email/msg_10.txt text': PARTS,
  'cpython-test_email/msg_13.txt text': PARTS,
  'cpython-test_email/msg_21.txt text': PARTS,
  'cpython-test_email/msg_22.txt text': PARTS,
  'cpython-test_email/msg_33.txt text': PARTS,
  'cpython-test_email/msg_43.txt from': NULL_ADDRESS,
  'cpython-test_email/msg_43.txt from_name': NULL_ADDRESS,
  'enmime/mime-signed.raw text': PARTS,
  'enmime/non-mime-missing-charset.raw html': META_CHARSET,
  'mimekit/attachments.tnef att_bytes': BY_NAME,
  'mimekit/body.8.txt html': PARTS,
  'mimekit/body.8.txt text': PARTS,
  'mimekit/body.9.txt html': PARTS,
  'mimekit/body.9.txt text': PARTS,
  'mimekit/feedback-report.txt from': BOM,
  'mimekit/feedback-report.txt from_name': BOM,
  'mimekit/unmunged.mbox.txt from': BOM,
  'mimekit/unmunged.mbox.txt from_name': BOM,
  'mimekit/unmunged.mbox.txt subject': BOM,
  'mimekit/ukr.eml att_bytes': INSIDE_TNEF,
  'mimekit/ukr.eml att_count': INSIDE_TNEF,
  'mimekit/ukr.eml att_names': INSIDE_TNEF,
  'msgreader/Attach sample eml received.msg from_name': NAMELESS,
  'nodemailer-mailparser/htmllargecallstack.eml html': TITLE,
  'nodemailer-mailparser/mixed.eml html': PARTS,
  'nodemailer-mailparser/mixed.eml text': PARTS,
  'nodemailer-mailparser/nested.eml html': PARTS,
  'nodemailer-mailparser/nested.eml text': PARTS,
  'outlook-message-parser/simple email with TO and CC_multiple.msg from_name': NAMELESS,
  'postal-mime/calendar-event.eml html': TITLE,
  'stalwart-mail-parser/005.eml text': PARTS,
  'stalwart-mail-parser/007.eml html': PARTS,
  'stalwart-mail-parser/007.eml text': PARTS,
  'stalwart-mail-parser/013.eml text': PARTS,
  'stalwart-mail-parser/016.eml text': PARTS,
  'stalwart-mail-parser/019.eml att_bytes': UNOPENED,
  'stalwart-mail-parser/019.eml att_count': UNOPENED,
  'stalwart-mail-parser/019.eml att_names': UNOPENED,
  'stalwart-mail-parser/malformed-008.eml html': PARTS,
  'stalwart-mail-parser/malformed-008.eml text': PARTS,
  'stalwart-mail-parser/malformed-009.eml text': PARTS,
  'synthetic-zh/z-mal-blankfirst.eml att_bytes': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml att_count': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml att_names': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml date': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml from': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml from_name': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml message_id': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml subject': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml text': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml to': BLANK_FIRST,
  'synthetic-zh/z-mal-blankfirst.eml to_name': BLANK_FIRST,
  'synthetic-zh/z-mal-bom.eml from': BOM,
  'synthetic-zh/z-mal-bom.eml from_name': BOM,
  'synthetic-zh/z-mal-date-iso.eml date': ISO_DATE,
  'synthetic-zh/z-mal-deep400.eml TOO_DEEP': LIMIT,
  'synthetic-zh/z-mal-deep50.eml TOO_DEEP': LIMIT,
  'synthetic-zh/z-mal-newline.eml EMPTY': NO_MESSAGE,
  'synthetic-zh/z-mal-nohdr.eml NOT_A_MESSAGE': NO_MESSAGE,
  'synthetic-zh/z-mal-parts5000.eml TOO_MANY_PARTS': LIMIT,
  'synthetic-zh/z-mal-zero.eml EMPTY': NO_MESSAGE,
  'synthetic-zh/z-name-both-conflict.eml att_names': EXTENDED_NAME,
}
