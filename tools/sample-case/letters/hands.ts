import type { Letter } from '../mail/letter.ts'
import { coremail, foxmail, outlook, qqmail, thunderbird } from '../mail/programs.ts'

type Hand = Pick<Letter, 'program' | 'charset' | 'transfer' | 'words' | 'html'>

/** How each desk's mail usually looks; a letter overrides what differs that day. */
export const saleDesk: Hand = {
  program: outlook,
  charset: 'utf-8',
  transfer: 'quoted-printable',
  words: { charset: 'utf-8', encoding: 'Q' },
  html: 'alternative',
}

export const ledgerDesk: Hand = {
  program: thunderbird,
  charset: 'iso-8859-1',
  transfer: 'quoted-printable',
  words: { charset: 'utf-8', encoding: 'B' },
}

export const purchaseDesk: Hand = {
  program: foxmail,
  charset: 'gb2312',
  transfer: 'base64',
  words: { charset: 'gb2312', encoding: 'B' },
  html: 'alternative',
}

export const financeDesk: Hand = {
  program: qqmail,
  charset: 'gb18030',
  transfer: 'base64',
  words: { charset: 'gb18030', encoding: 'B' },
  html: 'alternative',
}

export const webDesk: Hand = {
  program: coremail,
  charset: 'gbk',
  transfer: 'base64',
  words: { charset: 'gbk', encoding: 'B' },
}
