import type { CodeWarning } from '@bridge/model/case.ts'

/** The 31 characters of a unified social credit code (GB 32100-2015, table 1): no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Weights of positions 1 to 17 (GB 32100-2015, annex A): 3^(i-1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * What is doubtful about a unified social credit code (统一社会信用代码). Spaces, hyphens and case do not matter.
 * A few codes given out in pilot years break the check character, so a warning is never a reason to refuse.
 */
export function checkCompanyCode(typed: string): CodeWarning[] {
  const code = typed.replace(/[\s-]/gu, '').toUpperCase()
  if (code === '') return ['EMPTY']
  // 15 digits: the registration number that the unified code replaced from 2015-10-01.
  if (/^\d{15}$/u.test(code)) return ['OLD_REGISTRATION_NUMBER']
  if (code.length !== 18) return ['WRONG_LENGTH']
  if ([...code].some((character) => !ALPHABET.includes(character))) return ['WRONG_CHARACTER']
  return companyCodeCheckCharacter(code) === code[17] ? [] : ['WRONG_CHECK_CHARACTER']
}

/** Check character of the first 17 characters (GB 32100-2015, annex A: weighted sum, ISO 7064 style, modulus 31). */
export function companyCodeCheckCharacter(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(code[at] ?? '0'), 0)
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '0'
}
