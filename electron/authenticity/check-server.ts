import type { Finding } from '@bridge/model/authenticity.ts'
import { type Traits, valuesOf } from './read-traits.ts'
import { say } from './say.ts'

/** Results that bear on the sending domain (RFC 8601 2.7), and those that speak against it. */
const RESULT = /(?<![\w.-])(spf|dkim|dmarc|compauth)\s*=\s*([a-z]+)/giu
const AGAINST = new Set(['fail', 'softfail', 'permerror', 'policy'])

/** What the recipient's server noted (RFC 8601): only the topmost field, for those below may have come with the message. */
export function checkServer(traits: Traits): Finding {
  const [topmost] = valuesOf(traits, 'authentication-results')
  const spf = valuesOf(traits, 'received-spf')[0]
  if (topmost === undefined && spf === undefined) return say('server.results', 'none', {})
  const text = (topmost ?? '').replace(/\([^()]*\)/gu, ' ')
  const found = [...text.matchAll(RESULT)].map(([, method = '', result = '']) => ({
    method: method.toLowerCase(),
    result: result.toLowerCase(),
  }))
  const word = /^\s*([a-z]+)/iu.exec(spf ?? '')?.[1]?.toLowerCase()
  if (word && !found.some(({ method }) => method === 'spf')) found.push({ method: 'spf', result: word })
  const figures = {
    server: /^\s*([^\s;]+)/u.exec(text)?.[1] ?? null,
    results: found.map(({ method, result }) => `${method}=${result}`).join(', '),
  }
  if (found.some(({ method, result }) => isAgainst(method, result, found)))
    return say('server.results', 'failed', figures)
  return say(
    'server.results',
    found.some(({ result }) => result === 'pass') ? 'passed' : 'undecided',
    figures,
  )
}

/** One signature that fails among others that pass is no failure of DKIM (RFC 6376 6.1). */
const isAgainst = (
  method: string,
  result: string,
  all: readonly { method: string; result: string }[],
): boolean =>
  AGAINST.has(result) &&
  !(method === 'dkim' && all.some((each) => each.method === 'dkim' && each.result === 'pass'))
