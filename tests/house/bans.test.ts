import { describe, expect, test } from 'vitest'
import { bannedWords, MOST_LINES, tooLong } from './bans.ts'
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
  test.each([
    ['electron/vault/x.ts', 'await raw.backup(path)'],
    ['electron/store/x.ts', 'raw.serialize()'],
    ['electron/store/x.ts', "raw.exec(`attach database '/tmp/x' as y`)"],
    ['electron/features/cases/x.ts', 'sql.raw(text)'],
    ['electron/ipc/x.ts', 'console.log(cause)'],
    ['electron/platform/x.ts', "createCipheriv('chacha20-poly1305', key, nonce)"],
    ['electron/vault/x.ts', "createCipheriv('id-aes256-wrap', key, nonce)"],
    ['src/views/cases/X.tsx', '<div dangerouslySetInnerHTML={{ __html: html }} />'],
    ['src/components/X.tsx', 'node.innerHTML = text'],
    ['electron/mail/x.ts', "await fetch('https://example.org')"],
    ['electron/workers/x.ts', "import { connect } from 'node:net'"],
    ['src/views/cases/X.tsx', 'window.bridge.call(name, input)'],
    ['src/lib/x.ts', 'const value = text as any'],
    ['electron/mail/x.test.ts', "test.skip('later', () => undefined)"],
    ['src/lib/x.ts', '// TODO later'],
  ])('%s: %s', (path, text) => {
    expect(bannedWords([{ path, text }])).toHaveLength(1)
  })

  test.each([
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
