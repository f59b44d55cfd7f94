import type { KeyName } from '@bridge/model/authenticity.ts'
import { type KeyAnswers, readKeyAnswers } from '../../authenticity/read-key-answers.ts'
import type { ServiceParts } from '../cases/index.ts'
import { addKey } from './keys-store.ts'

export interface LookedUp {
  text: string
  lookedUpOn: string
  lookedUpBy: string
  source: string
}

export interface KeptKeys {
  added: KeyName[]
  /** Answers that were kept already, word for word and of the same day. */
  known: number
  problems: KeyAnswers['problems'][number][]
}

/** Keeps the keys of an answer, each with its line in the audit chain; lines that give none are named. */
export function keepKeys({ store, audit, clock, ids }: ServiceParts) {
  return ({ text, ...looked }: LookedUp): KeptKeys => {
    const { keys, problems } = readKeyAnswers(text)
    const added = store.write((writer) =>
      keys.filter((key) => {
        const id = ids.next()
        if (!addKey(writer, { id, ...key, ...looked, addedAt: clock.now() })) return false
        audit.append(writer, { act: 'key.added', objectId: id })
        return true
      }),
    )
    return {
      added: added.map(({ domain, selector }) => ({ domain, selector })),
      known: keys.length - added.length,
      problems: [...problems],
    }
  }
}
