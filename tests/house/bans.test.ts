import { describe, expect, test } from 'vitest'
import { BAN_REASONS, bannedWords, MOST_LINES, tooLong } from './bans.ts'
import { readSources } from './sources.ts'

const product = readSources(['electron', 'src'])
const everything = readSources(['electron', 'src', 'tests', 'tools'], true).filter(
  ({ path }) => !path.startsWith('tests/house/'),
)

test('nothing banned is said', () => {
  expect(bannedWords(product)).toEqual([])
})

test('no test is left out, and nothing is promised for later', () => {
  expect(bannedWords(everything).filter((each) => each.endsWith('no code'))).toEqual([])
})

test('a reader who opens any file finishes it', () => {
  expect(tooLong(everything)).toEqual([])
})

describe('a planted violation is caught', () => {
  const planted: [string, string][] = [
    ['electron/vault/x.ts', 'await raw.backup(path)'],
    ['electron/store/x.ts', 'raw.serialize()'],
    ['electron/store/x.ts', "raw.exec(`attach database '/tmp/x' as y`)"],
    ['electron/store/x.ts', `raw.exec("select 1; attach 'x' as y")`],
    ['electron/store/x.ts', "raw.prepare('attach ? as y')"],
    ['electron/vault/x.ts', 'raw.rekey(key)'],
    ['electron/vault/x.ts', 'raw.pragma(`rekey = "x"`)'],
    ['electron/store/x.ts', `raw.pragma("key = 'x'")`],
    ['electron/features/cases/x.ts', 'sql.raw(text)'],
    ['electron/store/x.ts', `raw.exec(\`delete from \${table}\`)`],
    ['electron/store/x.ts', `raw.prepare(\n  \`select \${column} from t\`,\n)`],
    ['electron/store/x.ts', "raw.exec('delete from ' + table)"],
    ['electron/vault/x.ts', 'raw.pragma(name + value)'],
    ['electron/ipc/x.ts', 'console.log(cause)'],
    ['electron/platform/x.ts', "createCipheriv('chacha20-poly1305', key, nonce)"],
    ['electron/vault/x.ts', "createDecipheriv('aes-256-ccm', key, nonce)"],
    ['electron/vault/x.ts', 'createCipheriv(algorithm, key, nonce)'],
    ['electron/vault/x.ts', "const algorithm = 'id-aes256-wrap'"],
    ['electron/vault/x.ts', "import { argon2Sync, randomBytes } from 'node:crypto'"],
    ['electron/vault/x.ts', "createHash('blake2b512')"],
    ['electron/vault/x.ts', "createHmac('sha3-256', key)"],
    ['electron/vault/x.ts', "createHash('sm3')"],
    ['electron/vault/x.ts', 'createHash(named)'],
    ['electron/vault/x.ts', "hkdfSync('sha1', key, salt, info, 32)"],
    ['electron/vault/x.ts', "pbkdf2Sync(key, salt, 2, 32, 'md5')"],
    ['electron/vault/x.ts', "generateKeyPairSync('ed448')"],
    ['src/views/cases/X.tsx', '<div dangerouslySetInnerHTML={{ __html: html }} />'],
    ['src/components/X.tsx', 'node.innerHTML = text'],
    ['electron/mail/x.ts', "await fetch('https://example.org')"],
    ['electron/workers/x.ts', "import { connect } from 'node:net'"],
    ['src/views/cases/X.tsx', 'window.bridge.call(name, input)'],
    ['src/lib/x.ts', 'const value = text as any'],
    ['electron/mail/x.test.ts', "test.skip('later', () => undefined)"],
    ['src/lib/x.ts', 'const f = new Function(text)'],
    ['src/lib/x.ts', '// TODO later'],
  ]

  test.each(planted)('%s: %s', (path, text) => {
    expect(bannedWords([{ path, text }])).not.toEqual([])
  })

  test('for every single ban', () => {
    const caught = planted.flatMap(([path, text]) => bannedWords([{ path, text }])).join('\n')
    expect(BAN_REASONS.filter((why) => !caught.includes(why))).toEqual([])
  })

  test.each([
    ['electron/store/x.ts', 'raw.prepare("vacuum into ?").run(target)'],
    ['electron/store/x.ts', 'raw.prepare(source)'],
    ['electron/mail/x.ts', 'PATTERN.exec(text)'],
    ['electron/mail/x.ts', 'attach(files)'],
    ['electron/vault/x.ts', "createHash('sha512')"],
    ['electron/vault/x.ts', "pbkdf2Sync(key, salt, 2, 32, 'sha512')"],
    ['electron/vault/x.ts', "import { argon2id } from 'hash-wasm'"],
    ['electron/store/schema/x.ts', 'sql.raw(oneOf(column, values))'],
    ['electron/store/x.ts', '// unlike .backup(, this keeps the key'],
    ['src/ipc/client.ts', 'window.bridge.call(name, input)'],
  ])('and %s is free to say %s', (path, text) => {
    expect(bannedWords([{ path, text }])).toEqual([])
  })

  test('a file of a line too many', () => {
    const long = (lines: number) => tooLong([{ path: 'src/x.ts', text: 'x\n'.repeat(lines) }])
    expect([long(MOST_LINES), long(MOST_LINES + 1)]).toEqual([[], ['src/x.ts has 401 lines']])
  })
})
