import type { Finding } from '@bridge/model/authenticity.ts'
import { isOfSender } from './domains.ts'
import { type Traits, valuesOf } from './read-traits.ts'
import { say } from './say.ts'

/** Results that bear on the sending domain (RFC 8601 2.7), and those that speak against it. */
const RESULT = /(?<![\w.-])(spf|dkim|dmarc|compauth)\s*=\s*([a-z]+)/giu
/** Whose domain a result is of: the one that signed, or the envelope's. */
const DOMAINS = {
  dkim: /(?<![\w.-])header\.[di]\s*=\s*"?([^\s;"]+)/giu,
  spf: /(?<![\w.-])(?:smtp\.mailfrom|envelope-from)\s*=\s*"?([^\s;"]+)/giu,
}
const AGAINST = new Set(['fail', 'softfail', 'permerror', 'policy'])

interface Result {
  readonly method: string
  readonly result: string
  /** What the server wrote behind it. */
  readonly of: string
}

/** What the recipient's server noted (RFC 8601): only the topmost field, for those below may have come with the message. */
export function checkServer(traits: Traits): Finding {
  const [topmost] = valuesOf(traits, 'authentication-results')
  const spf = valuesOf(traits, 'received-spf')[0]
  if (topmost === undefined && spf === undefined) return say('server.results', 'none', {})
  const text = (topmost ?? '').replace(/\([^()]*\)/gu, ' ')
  const matches = [...text.matchAll(RESULT)]
  const found = matches.map(
    ({ 1: method = '', 2: result = '', index }, at): Result => ({
      method: method.toLowerCase(),
      result: result.toLowerCase(),
      of: text.slice(index, matches[at + 1]?.index),
    }),
  )
  const word = /^\s*([a-z]+)/iu.exec(spf ?? '')?.[1]?.toLowerCase()
  if (word && !found.some(({ method }) => method === 'spf'))
    found.push({ method: 'spf', result: word, of: spf ?? '' })
  const figures = {
    server: /^\s*([^\s;]+)/u.exec(text)?.[1] ?? null,
    results: found.map(({ method, result }) => `${method}=${result}`).join(', '),
  }
  if (found.some((each) => isAgainst(each, found))) return say('server.results', 'failed', figures)
  const passed = found.filter(({ result }) => result === 'pass')
  if (passed.length === 0) return say('server.results', 'undecided', figures)
  return say(
    'server.results',
    passed.some((each) => bearsOnSender(each, traits)) ? 'passed' : 'unaligned',
    figures,
  )
}

/** DMARC is about the sender's domain by itself (RFC 7489 3.1); a forwarder's SPF or another's signature is not. */
function bearsOnSender({ method, of }: Result, { from }: Traits): boolean {
  if (method === 'dmarc') return true
  if (method !== 'dkim' && method !== 'spf') return false
  return [...of.matchAll(DOMAINS[method])].some(([, domain = '']) => isOfSender(domain, from))
}

/** One signature that fails among others that pass is no failure of DKIM (RFC 6376 6.1). */
const isAgainst = ({ method, result }: Result, all: readonly Result[]): boolean =>
  AGAINST.has(result) &&
  !(method === 'dkim' && all.some((each) => each.method === 'dkim' && each.result === 'pass'))
