import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeRecoveryCode, newRecoverySecret, parseRecoveryCode } from './recovery-code.ts'

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 })

test('a code is nine groups of four and gives its secret back, however it is typed', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const code = composeRecoveryCode(secret)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/u)
      const slovenly = code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')
      expect(parseRecoveryCode(code)).toEqual(Buffer.from(secret))
      expect(parseRecoveryCode(`\n${slovenly} `)).toEqual(Buffer.from(secret))
    }),
  )
})

test('one wrong symbol, or two changed over, is noticed', () => {
  const code = composeRecoveryCode(newRecoverySecret())
  const symbols = [...code]
  symbols.forEach((symbol, at) => {
    if (symbol === '-') return
    const wrong = symbols.with(at, symbol === 'Z' ? 'Y' : 'Z').join('')
    expect(parseRecoveryCode(wrong)).toBeUndefined()
    const next = code[at + 1] === '-' ? at + 2 : at + 1
    const other = symbols[next]
    if (other === undefined || other === symbol) return
    expect(parseRecoveryCode(symbols.with(at, other).with(next, symbol).join(''))).toBeUndefined()
  })
})

test.each(['', 'U', '0000-0000', 'word '.repeat(9), 'U'.repeat(36), '０'.repeat(35)])(
  '%j is no code',
  (typed) => {
    expect(parseRecoveryCode(typed)).toBeUndefined()
  },
)

test('the code of a known secret does not change between versions of the app', () => {
  const secret = Buffer.from('000102030405060708090a0b0c0d0e0f10111213', 'hex')
  expect(composeRecoveryCode(secret)).toMatch(/^000G-40R4-0M30-E209-185G-R38E-1W81-24GK-/u)
})
