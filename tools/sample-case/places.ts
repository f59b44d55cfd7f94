import { secondExcuse, secondReminder } from './letters/3-payment.ts'
import { messageId } from './mail/compose-message.ts'
import type { Letter } from './mail/letter.ts'

/** The mbox of the ledger desk and the two letters that stand in it instead of in files of their own. */
export const mbox = {
  path: 'mail/15-16-2025-11-ledger.mbox',
  letters: [secondReminder, secondExcuse] as readonly Letter[],
} as const

/** Names a message in case.json: its file below `resources/sample-case/`, and its Message-ID without brackets. */
export interface Place {
  readonly file: string
  readonly messageId: string
}

export function placeOf(letter: Letter): Place {
  const file = mbox.letters.includes(letter) ? mbox.path : `mail/${letter.file}.eml`
  return { file, messageId: messageId(letter).slice(1, -1) }
}
