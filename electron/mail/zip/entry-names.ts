import { isUtf8 } from 'node:buffer'
import type { Entry } from 'yauzl'
import { getFileNameLowLevel, parseExtraFields } from 'yauzl'
import { decodeAs } from '../charset/decode-text.ts'
import type { Charset } from '../charset/find-charset.ts'
import { guessCharset } from '../charset/guess-charset.ts'

/** Bit of an entry that says its name is UTF-8 (APPNOTE 4.4.4), and the field that gives it in UTF-8 beside another (4.6.9). */
const IS_UTF8 = 0x800
const UNICODE_PATH = 0x7075

/** What the format says of names without either (APPNOTE D.1). */
const CP437: Charset = { codec: 'cp437', family: 'single-byte' }

function saysItsCharset(entry: Entry): boolean {
  return (
    (entry.generalPurposeBitFlag & IS_UTF8) !== 0 ||
    parseExtraFields(entry.extraFieldRaw).some(({ id }) => id === UNICODE_PATH)
  )
}

/**
 * What the entries of an archive are called. Chinese programs write names in GBK without saying so: the names that say
 * nothing are looked at together, for a single one is too short to tell.
 */
export function namesOf(entries: readonly Entry[]): string[] {
  const silent = entries.filter((entry) => !saysItsCharset(entry) && !isUtf8(entry.fileNameRaw))
  const guess =
    silent.length === 0
      ? CP437
      : guessCharset(Buffer.concat(silent.map(({ fileNameRaw }) => fileNameRaw)), null)
  const charset = guess.family === 'single-byte' ? CP437 : guess
  return entries.map((entry) => {
    const { fileNameRaw } = entry
    if (saysItsCharset(entry))
      return getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        fileNameRaw,
        parseExtraFields(entry.extraFieldRaw),
        false,
      )
    return isUtf8(fileNameRaw) ? fileNameRaw.toString('utf8') : decodeAs(fileNameRaw, charset)
  })
}
