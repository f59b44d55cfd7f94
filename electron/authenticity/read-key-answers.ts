/** A key as an answer of the DNS names it. */
export interface AnsweredKey {
  readonly domain: string
  readonly selector: string
  readonly record: string
}

/** Why a line of an answer gave no key. */
export type AnswerProblem = 'NOT_UNDERSTOOD' | 'NO_RECORD' | 'NO_KEY' | 'NO_NAME' | 'CUT_OFF'

export interface KeyAnswers {
  readonly keys: readonly AnsweredKey[]
  /** By line number, from 1. */
  readonly problems: readonly { line: number; problem: AnswerProblem }[]
}

const NAME = /^[^"';|&<>]{1,200}\._domainkey\.[^"';|&<>]{1,253}$/iu
/** nslookup, `dig` and `host`: behind a name what it is, then quoted strings, there or on the lines below. */
const RECORD = /^(?:(?:\d+\s+)?IN\s+TXT|text\s*=|descriptive text)\s*(.*)$/iu
const ALIAS = /^(?:(?:\d+\s+)?IN\s+CNAME|canonical name\s*=|is an alias for)\s*(\S+?)\.?$/iu
const QUOTED = /"((?:[^"\\]|\\.)*)"/gu
const ONLY_QUOTED = /^[\s(]*(?:"(?:[^"\\]|\\.)*"[\s)]*)+$/u
/** Resolve-DnsName as a list, and as a table, which cuts long strings off. */
const LISTED_NAME = /^Name\s*:\s*(\S+)$/iu
const LISTED_STRINGS = /^(?:Strings|Text)\s*:\s*\{(.*)$/iu
const TABLE_ROW = /^TXT\s+\d+\s+\S+\s+\{(.*)$/iu
const NO_RECORD =
  /NXDOMAIN|non-existent domain|can't find|does not exist|has no TXT record|DNS name does not exist/iu
/** What the tools say around an answer. */
const AROUND =
  /^(?:;|>|\$|\[|server\s*:|address(?:es)?\s*:|服务器|default server|non-authoritative answer|非权威应答|authoritative answers|name\s+type\s+ttl|[-\s]+$|(?:type|ttl|section|datalength|querytype|characterset|namehost)\s*:|ps [a-z]:|[a-z]:\\|nslookup |dig |host |resolve-dnsname )/iu
/** More lines than the answers of a whole case have. */
const MOST_LINES = 20_000
/** A record of the longest key (4,096 bits) is a fifth of this. */
const LONGEST_LINE = 5_000

/** Reads what nslookup, dig, host or Resolve-DnsName wrote, one answer or many, as it was pasted or saved. */
export function readKeyAnswers(text: string): KeyAnswers {
  const reading = new AnswerReading()
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u)
  for (const [at, line] of lines.slice(0, MOST_LINES).entries()) reading.take(line, at + 1)
  return reading.finish()
}

interface Open {
  readonly name: string
  readonly line: number
  record: string
}

class AnswerReading {
  readonly #answers: Open[] = []
  readonly #aliases: { name: string; target: string }[] = []
  readonly #problems: { line: number; problem: AnswerProblem }[] = []
  #open: Open | null = null
  #name = ''
  #inBraces = false

  take(raw: string, line: number): void {
    const text = raw.length > LONGEST_LINE ? '?' : raw.trim()
    if (this.#inBraces) this.#addBraces(text)
    else if (text !== '') this.#takeLine(text, line)
  }

  finish(): KeyAnswers {
    const keys: AnsweredKey[] = []
    for (const answer of this.#answers) {
      const names = [
        answer.name,
        ...this.#aliases.filter(({ target }) => target === answer.name).map(({ name }) => name),
      ]
      if (/(?:…|\.\.\.)$/u.test(answer.record)) this.#note(answer.line, 'CUT_OFF')
      else if (!/(?:^|;)\s*p\s*=/u.test(answer.record)) this.#note(answer.line, 'NO_KEY')
      else keys.push(...names.flatMap((name) => keyOf(name, answer.record)))
    }
    return { keys, problems: this.#problems.toSorted((a, b) => a.line - b.line) }
  }

  #takeLine(text: string, line: number): void {
    const { name, rest } = splitName(text)
    const alias = ALIAS.exec(rest)
    const record = RECORD.exec(rest)
    const row = TABLE_ROW.exec(rest)
    const listedName = LISTED_NAME.exec(text)
    const strings = LISTED_STRINGS.exec(text)
    if (NO_RECORD.test(text)) this.#note(line, 'NO_RECORD')
    else if (alias?.[1]) this.#aliases.push({ name: name.toLowerCase(), target: alias[1].toLowerCase() })
    else if (record) this.#begin(name, line).record = joined(record[1] ?? '')
    else if (row) this.#beginBraces(name, row[1] ?? '', line)
    else if (listedName?.[1]) this.#name = listedName[1]
    else if (strings) this.#beginBraces(this.#name, strings[1] ?? '', line)
    else if (ONLY_QUOTED.test(text)) this.#takeQuoted(text, line)
    else if (!AROUND.test(text)) this.#note(line, 'NOT_UNDERSTOOD')
  }

  #takeQuoted(text: string, line: number): void {
    if (this.#open) this.#open.record += joined(text)
    else this.#note(line, 'NO_NAME')
  }

  #begin(name: string, line: number): Open {
    const open = { name: name.toLowerCase().replace(/\.$/u, ''), line, record: '' }
    this.#answers.push(open)
    this.#open = open
    return open
  }

  #beginBraces(name: string, text: string, line: number): void {
    if (!name.includes('._domainkey.')) {
      this.#note(line, 'NO_NAME')
      return
    }
    this.#begin(name, line)
    this.#inBraces = true
    this.#addBraces(text)
  }

  /** The strings of a record between braces, parted by a comma and a blank that are not part of it; a key has no commas. */
  #addBraces(text: string): void {
    const end = text.indexOf('}')
    const inside = (end === -1 ? text : text.slice(0, end)).replace(/,\s*/gu, '')
    if (this.#open) this.#open.record += inside
    if (end !== -1 || /(?:…|\.\.\.)$/u.test(inside)) this.#inBraces = false
  }

  #note(line: number, problem: AnswerProblem): void {
    this.#open = null
    this.#problems.push({ line, problem })
  }
}

/** The name of a key that a line begins with, and what stands behind it; nothing of a line that begins otherwise. */
function splitName(text: string): { name: string; rest: string } {
  const end = text.search(/\s/u)
  const name = text.slice(0, Math.max(end, 0)).replace(/\.$/u, '')
  return NAME.test(name) ? { name, rest: text.slice(end).trimStart() } : { name: '', rest: '' }
}

const joined = (text: string): string =>
  [...text.matchAll(QUOTED)].map(([, inside = '']) => inside.replace(/\\(.)/gu, '$1')).join('')

function keyOf(name: string, record: string): AnsweredKey[] {
  const at = name.indexOf('._domainkey.')
  const [selector, domain] = [name.slice(0, at), name.slice(at + '._domainkey.'.length)]
  return selector && domain ? [{ selector, domain, record: record.trim() }] : []
}
