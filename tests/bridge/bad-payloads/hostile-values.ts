import type { Seeded } from '../../durability/seeded.ts'

/** Text that tries to be something else: a path, a statement, a format, half a character. */
export const HOSTILE_TEXT = [
  '',
  ' ',
  '\0',
  'x\0y',
  '\ud800',
  'a\udfffb',
  '\u202etxt.exe',
  '\ufeff',
  '../../../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\host\\share\\x',
  'file:///etc/passwd',
  'store.db',
  'keyring.json',
  '.tmp-x',
  "'; drop table cases; --",
  '" or 1=1 --',
  '%s%n%x',
  `\${process.exit(1)}`,
  '{{constructor.constructor("return this")()}}',
  '<script>alert(1)</script>',
  '=cmd|/c calc!A1',
  '__proto__',
  'constructor',
  'NaN',
  '1e999',
  '证'.repeat(100),
] as const

const cyclic = (): object => {
  const ring: Record<string, unknown> = {}
  ring.ring = ring
  return ring
}

const deep = (): unknown => {
  let value: unknown = 'deep'
  for (let depth = 0; depth < 5_000; depth++) value = [value]
  return value
}

/** Things of every kind that structured clone carries across, made new each time. */
const OTHER_KINDS: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => 0,
  () => -0,
  () => -1,
  () => 0.5,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.MAX_SAFE_INTEGER,
  () => 2 ** 64,
  () => 7n,
  () => '',
  () => 'text',
  () => [],
  () => [null],
  () => {
    const sparse: unknown[] = []
    sparse[500] = 'x'
    return sparse
  },
  () => ({}),
  () => ({ length: 1, 0: 'x' }),
  () => Object.create(null) as object,
  () => new Date(Number.NaN),
  () => new Map([['caseId', 'x']]),
  () => new Set(['x']),
  () => new Uint8Array(64),
  () => /(a+)+$/u,
  () => new Error('thrown across'),
  cyclic,
  deep,
  () => 'x'.repeat(200_000),
  () => '𠮷'.repeat(50_000),
  () => Array.from({ length: 2_000 }, () => 'x'),
]

export const otherKind = (random: Seeded): unknown => random.pick(OTHER_KINDS)()
