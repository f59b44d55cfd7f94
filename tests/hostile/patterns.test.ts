import { describe, expect, test, vi } from 'vitest'
import { slowTextFor } from './patterns/attack.ts'
import { filesThatBuild, findPatterns, type Pattern } from './patterns/find-patterns.ts'

/** Built from literals of the same folder, every repetition in them bounded, and tried below as if they were written down. */
const BUILDERS_TRIED = ['electron/chat/text-formats.ts', 'electron/chat/written-moment.ts']
/** Built from literals of the same file, or of fixed length: there is nothing in them to repeat. */
const BUILDERS = [
  ...BUILDERS_TRIED,
  'electron/features/confirmations/figures.ts',
  'electron/features/evidence/fold-text.ts',
  'electron/mail/charset/escape-charsets.ts',
  'electron/vault/backup/backup-place.ts',
  'electron/vault/key-file.ts',
  'electron/vault/keyring-format.ts',
  'electron/vault/recovery-code.ts',
]

/** What files build while they are loaded. */
async function patternsBuiltBy(files: readonly string[]): Promise<Pattern[]> {
  const built: Pattern[] = []
  const Written = RegExp
  vi.resetModules()
  vi.stubGlobal(
    'RegExp',
    class extends Written {
      constructor(source: string, flags: string) {
        super(source, flags)
        built.push({ file: files.join(), source, flags })
      }
    },
  )
  try {
    for (const file of files) await import(`../../${file}`)
  } finally {
    vi.unstubAllGlobals()
  }
  return built
}

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

  test('that heads of chats are built of are bounded, and take no longer than their text', async () => {
    const built = (await patternsBuiltBy(BUILDERS_TRIED)).filter(
      ({ source }) => source.includes('(?<hour>') || source.includes('(?<name>'),
    )
    expect(built).toHaveLength(8)
    for (const pattern of built) {
      const outsideClasses = pattern.source.replace(/\\./gu, '').replace(/\[[^\]]*\]/gu, '')
      expect(outsideClasses).not.toMatch(/[*+]|\{\d+,\}/u)
      expect(slowTextFor(pattern)).toBeNull()
    }
  }, 300_000)

  test.each([
    ['exponential', '^(a|aa)+$'],
    ['a square of blanks', '\\s+$'],
    ['a square behind a word', 'from:[^;]*;[^;]*x'],
    ['a square of two neighbours', '^\\d*\\w?\\d*:'],
  ])('would be found: %s', (_, source) => {
    expect(slowTextFor({ file: 'here', source, flags: '' })).not.toBeNull()
  })
})
