import { z } from 'zod'

/** Charsets a lawyer may have a message read in where its own label and the guess are wrong, by their IANA names. */
export const CHARSETS = [
  'utf-8',
  'gb18030',
  'big5',
  'hz-gb-2312',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'windows-1254',
  'windows-1256',
  'windows-874',
  'utf-16le',
  'utf-16be',
] as const
export const charset = z.enum(CHARSETS)
export type CharsetName = z.infer<typeof charset>
