import { describe, expect, test } from 'vitest'
import { slowTextFor } from './patterns/attack.ts'
import { filesThatBuild, findPatterns } from './patterns/find-patterns.ts'

/** Built from literals of the same file, or of fixed length: there is nothing in them to repeat. */
const BUILDERS = [
  'electron/features/confirmations/figures.ts',
  'electron/mail/charset/escape-charsets.ts',
  'electron/vault/backup/backup-place.ts',
  'electron/vault/key-file.ts',
  'electron/vault/keyring-format.ts',
  'electron/vault/recovery-code.ts',
]

describe('regular expressions', () => {
  test('take twice as long for twice the text, whatever the text', () => {
    const patterns = findPatterns()
    expect(patterns.length).toBeGreaterThan(150)
    const slow = patterns.flatMap((pattern) => {
      const text = slowTextFor(pattern)
      return text === null ? [] : [`${pattern.file} /${pattern.source}/${pattern.flags}: ${text}`]
    })
    expect(slow).toEqual([])
  }, 300_000)

  test('are written down, but for those that a test would find nothing in', () => {
    expect(filesThatBuild().sort()).toEqual(BUILDERS)
  })

  test.each([
    ['exponential', '^(a|aa)+$'],
    ['a square of blanks', '\\s+$'],
    ['a square behind a word', 'from:[^;]*;[^;]*x'],
    ['a square of two neighbours', '^\\d*\\w?\\d*:'],
  ])('would be found: %s', (_, source) => {
    expect(slowTextFor({ file: 'here', source, flags: '' })).not.toBeNull()
  })
})
