import { Fault } from '../platform/fault.ts'

/** Shorter ones are within reach of guessing even at this cost; five words with their spaces are always longer. */
const LEAST_CHARACTERS = 12
/** What must be left when everything that a guesser tries first is taken away. */
const LEAST_OWN_CHARACTERS = 5

const OBVIOUS =
  /password|passphrase|passwort|qwertz|qwerty|asdfgh|zxcvbn|abcdef|letmein|welcome|iloveyou|dragon|monkey|admin|secret|redchop|lawfirm|lawyer|correcthorsebatterystaple|woaini|mima|nihao|密码|口令|律师|我爱你|[\d\s\p{P}\p{S}]/giu

/** The passphrase as bytes: however a keyboard composes its characters, the bytes are the same (NFKC, UTF-8). */
export const passphraseBytes = (passphrase: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(passphrase.normalize('NFKC')))

/** Throws `PASSPHRASE_TOO_WEAK` with its reason. Nothing is asked about capitals, digits or signs. */
export function refuseWeakPassphrase(passphrase: string): void {
  const characters = [...passphrase.normalize('NFKC').toLowerCase()]
  if (characters.length < LEAST_CHARACTERS) throw new Fault('PASSPHRASE_TOO_WEAK', { reason: 'TOO_SHORT' })
  const own = new Set(characters.join('').replaceAll(/\s/gu, '').replaceAll(OBVIOUS, ''))
  if (own.size < LEAST_OWN_CHARACTERS) throw new Fault('PASSPHRASE_TOO_WEAK', { reason: 'TOO_COMMON' })
}
