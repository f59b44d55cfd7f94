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
    // T9, T10 of docs/security.md.
    why: 'a copy by the driver fails, or lies in clear: VACUUM INTO keeps the key',
    found: /\.backup\(|\.serialize\(/u,
    below: /^electron\//u,
  },
  {
    // T11. A passphrase change wraps the key anew and never re-encrypts.
    why: 'a database is never given another key in its place',
    found: /\brekey\b|\bhexrekey\b|\.pragma\(\s*['"`](hex)?key\b/iu,
    below: /^electron\//u,
  },
  {
    // T12.
    why: 'an attached database may be written in clear',
    found: /\battach\s+(database\b|['"`?:@$]|\w+\s+as\b)|['"`]\s*attach\b/iu,
    below: /^electron\//,
  },
  {
    why: 'text becomes SQL only in the schema',
    found: /\bsql\.raw\(/u,
    except: /^electron\/store\/schema\//,
  },
  {
    why: 'SQL is never put together from pieces: bind the values',
    found:
      /\.(exec|prepare|pragma)\(\s*(`[^`]*\$\{|['"][^'"\n]*['"]\s*\+|[\w.]+\s*\+|(['"`])[^'"`]*\3\.(concat|replace))/u,
    below: /^electron\//u,
    // The settings are a table of literals; a pragma takes no bound value.
    except: /^electron\/store\/(store-settings|store)\.ts$/u,
  },
  { why: 'a log line carries codes, never text', found: /\bconsole\./u, below: /^(electron|src)\// },
  {
    why: "Electron's BoringSSL has no such cipher: AES-256 in GCM or CBC, named in place",
    found: /\bcreate(Cipher|Decipher)iv\((?!\s*['"]aes-256-(gcm|cbc)['"])/u,
    below: /^electron\//u,
  },
  {
    why: "Electron's BoringSSL has no such digest: SHA-2, named in place",
    found:
      /\b(createHash|createHmac|hkdf|hkdfSync|createSign|createVerify)\((?!\s*['"]sha(256|384|512)['"])|\bpbkdf2(Sync)?\((?![^)]*['"]sha(256|384|512)['"])/u,
    below: /^electron\//u,
    // The hash of EDRM is an MD5, which BoringSSL has; it names a message and protects nothing.
    except: /^electron\/features\/evidence\/message-hash\.ts$/u,
  },
  {
    why: "Electron's BoringSSL has no such algorithm",
    found:
      /['"`](chacha20|aes-(128|192|256)-(ocb|ccm|wrap|xts|siv)|id-aes|sm[234]\b|aria-|camellia|blake2|sha3-|shake|ed448|x448|ml-(kem|dsa)|slh-dsa|rsa-pss)|\b(import|export)\s*(type\s*)?\{[^}]*\b(argon2(Sync)?|encapsulate|decapsulate)\b[^}]*\}\s*from\s*'node:crypto'|\bcrypto\.argon2/iu,
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

export const BAN_REASONS = BANS.map(({ why }) => why)

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
