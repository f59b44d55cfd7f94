import type { Source } from './sources.ts'

interface Ban {
  /** Why it is not here. */
  why: string
  found: RegExp
  /** Where it holds; everywhere unless said. */
  below?: RegExp
  except?: RegExp
}

/** What the sources must not say; Biome has no rule for it. */
const BANS: readonly Ban[] = [
  {
    why: 'better-sqlite3 ignores the key of a backup: the copy is in clear',
    found: /\.backup\(|\.serialize\(/u,
    below: /^electron\//u,
  },
  {
    why: 'an attached database is written in clear',
    found: /\battach\s+database\b|['"`]attach\b/iu,
    below: /^electron\//,
  },
  {
    why: 'text becomes SQL only in the schema',
    found: /\bsql\.raw\(/u,
    except: /^electron\/store\/schema\//,
  },
  { why: 'a log line carries codes, never text', found: /\bconsole\./u, below: /^(electron|src)\// },
  {
    why: "Electron's BoringSSL has no such cipher",
    found:
      /['"`](chacha20|aes-(128|192|256)-(ocb|ccm|wrap|xts)|id-aes|sm4-|aria-|camellia|blake2|sha3|shake)/iu,
    below: /^electron\//u,
  },
  {
    why: 'HTML is shown in the sandboxed frame only',
    found: /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML/u,
    below: /^src\//,
  },
  { why: 'no text becomes code', found: /\beval\(|\bnew Function\(/u, below: /^(electron|src)\// },
  {
    why: 'the product never speaks to a network',
    found: /\bfetch\(|XMLHttpRequest|new WebSocket\(|from 'node:(https?|net|tls|dgram|dns)'/u,
    below: /^(electron|src)\//,
  },
  {
    why: 'only src/ipc touches the bridge',
    found: /window\.bridge/u,
    below: /^src\//u,
    except: /^src\/(ipc|bridge)\//,
  },
  { why: 'a type that knows nothing', found: /:\s*any\b|\bas any\b|<any>/u, below: /^(electron|src)\// },
  {
    why: 'a promise for later is no code',
    found: /\b(TODO|FIXME|XXX)\b|\b(test|it|describe)\.(skip|only|todo)\b/u,
  },
]

const commentsOf = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu

/** What is banned and said nevertheless, as `file: why`. Comments may name what is banned, but promise nothing. */
export function bannedWords(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const code = text.replace(commentsOf, (comment) => comment.replace(/[^\n]/gu, ' '))
    return BANS.filter(({ found, below, except }) => {
      const holds = (!below || below.test(path)) && !except?.test(path)
      return holds && found.test(found.source.includes('TODO') ? text : code)
    }).map(({ why }) => `${path}: ${why}`)
  })
}

/** A reader who opens a file finishes it: house.md stops at 400 lines. */
export const MOST_LINES = 400

export const tooLong = (sources: readonly Source[]): string[] =>
  sources
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`)
