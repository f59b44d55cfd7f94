import type { SenderFlag } from '@bridge/model/identity.ts'
import type { Messages } from '../messages/messages.ts'

/** A sign about a sender as a sentence, with the address it resembles, names or leads answers to. */
export function wordFlag(words: Messages['identities'], { code, other, likeness }: SenderFlag): string {
  if (code !== 'LOOKALIKE_DOMAIN') return words.flag[code](other ?? '')
  return words.likeness[likeness ?? 'scripts'](other ?? '')
}
