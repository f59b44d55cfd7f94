/** Windows code pages that are not named by their number alone (MS-UCODEREF; the labels are those of the mail header). */
const NAMED: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10008: 'gb18030',
  20866: 'koi8-r',
  20932: 'euc-jp',
  20936: 'gb18030',
  20949: 'euc-kr',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  50225: 'iso-2022-kr',
  50936: 'gb18030',
  51932: 'euc-jp',
  51936: 'gb18030',
  51949: 'euc-kr',
  52936: 'hz-gb-2312',
  54936: 'gb18030',
  65000: 'utf-7',
  65001: 'utf-8',
}

/** ANSI code page of a language, by the low ten bits of its id (MS-LCID); languages of Western Europe are the rest. */
const OF_LANGUAGE: Readonly<Record<number, number>> = {
  1: 1256,
  2: 1251,
  5: 1250,
  8: 1253,
  13: 1255,
  14: 1250,
  17: 932,
  18: 949,
  21: 1250,
  24: 1250,
  25: 1251,
  30: 874,
  31: 1254,
  34: 1251,
  42: 1258,
}
/** Chinese as written in Taiwan, Hong Kong and Macao; elsewhere it is 936. */
const TRADITIONAL = new Set([0x0404, 0x0c04, 0x1404])

/**
 * The charset label of a Windows code page; null where it says nothing: none, or plain ASCII, which senders put where
 * they mean whatever their computer uses.
 */
export function charsetOfCodePage(codePage: number): string | null {
  const named = NAMED[codePage]
  if (named !== undefined) return named
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`
  if (codePage >= 28_591 && codePage <= 28_606) return `iso-8859-${codePage - 28_590}`
  return codePage >= 437 && codePage <= 869 ? `cp${codePage}` : null
}

/** The ANSI code page a computer set to that language writes in; 0 where no language is named. */
export function codePageOfLanguage(languageId: number): number {
  const primary = languageId & 0x3ff
  if (primary === 0) return 0
  if (primary === 0x04) return TRADITIONAL.has(languageId) ? 950 : 936
  return OF_LANGUAGE[primary] ?? 1252
}
