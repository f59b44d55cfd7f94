import type { Person } from '@bridge/model/message.ts'
import type { Reading } from '../reading.ts'
import { decodeWords } from './encoded-words.ts'

/** One address while it is being read. */
interface Draft {
  /** Display name pieces with the blanks between them, quotes undone. */
  phrase: string
  comment: string
  address: string | null
}

const TOKEN =
  /\s+|"((?:[^"\\]|\\.)*)"?|<([^<>]*)>?|(=\?[^?\s]+\?[bBqQ]\?.*?\?=)|([,;:])|(\()|([^\s"<,;:(=]+|=)/gsy

function emptyDraft(): Draft {
  return { phrase: '', comment: '', address: null }
}

/** End of the comment that opens at `from` (comments nest, RFC 5322 3.2.2). */
function commentEnd(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\\') at += 1
    else if (char === '(') depth += 1
    else if (char === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}

/** What stands between angle brackets, without the obsolete route and without blanks. */
function bareAddress(text: string): string {
  return text.replace(/^@[^:]*:/, '').replace(/\s+/g, '')
}

/** A phrase without brackets is the address itself, or a name before one (`Wang Wei wang@b.example`). */
function splitPhrase(phrase: string): { name: string; address: string } {
  const words = phrase.split(/\s+/)
  const last = words.at(-1) ?? ''
  if (last.includes('@')) return { name: words.slice(0, -1).join(' '), address: last.replace(/[<>]/g, '') }
  // A single word is a mailbox of the sender's own host; several without an at sign are only a name.
  const isAddress = phrase.includes('@') || words.length === 1
  return isAddress ? { name: '', address: words.join('') } : { name: phrase, address: '' }
}

function finish(draft: Draft, reading: Reading): Person | null {
  const phrase = draft.phrase.trim()
  if (phrase === '' && draft.address === null) return null
  const { name, address } =
    draft.address === null ? splitPhrase(phrase) : { name: phrase, address: draft.address }
  const shown = name === '' ? draft.comment : name
  return {
    name: decodeWords(shown, reading).replace(/\s+/g, ' ').trim(),
    address: decodeWords(address, reading).trim(),
  }
}

/**
 * The people of an address field (RFC 5322 3.4), leniently. Group names are left out, their members kept; a comment is
 * the name where there is no other; semicolons part addresses too, as Outlook writes them.
 */
export function readAddresses(text: string, reading: Reading): Person[] {
  const people: Person[] = []
  let draft = emptyDraft()
  const flush = (): void => {
    const person = finish(draft, reading)
    if (person) people.push(person)
    draft = emptyDraft()
  }
  TOKEN.lastIndex = 0
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (!match) {
      at += 1
      continue
    }
    at = TOKEN.lastIndex
    const [whole, quoted, angle, word, mark, paren, atom] = match
    if (quoted !== undefined) draft.phrase += quoted.replace(/\\(.)/gs, '$1')
    else if (angle !== undefined) draft.address ??= bareAddress(angle)
    else if (paren !== undefined) {
      const end = commentEnd(text, at - 1)
      draft.comment = text
        .slice(at, end - 1)
        .replace(/\\(.)/gs, '$1')
        .trim()
      at = end
    } else if (mark === ':') draft = emptyDraft()
    else if (mark !== undefined) flush()
    else draft.phrase += word ?? atom ?? whole
  }
  flush()
  return people
}
