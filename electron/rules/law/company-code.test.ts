import { expect, test } from 'vitest'
import { checkCompanyCode, companyCodeCheckCharacter } from './company-code.ts'

// Published codes of listed companies, two with a false check character, one pilot-year code that breaks the rule.
const VECTORS: [code: string, valid: boolean, check: string][] = [
  ['914403001922038216', true, '6'],
  ['91330100799655058B', true, 'B'],
  ['9144030071526726XG', true, 'G'],
  ['91110000802100433B', true, 'B'],
  ['91440300192317458F', true, 'F'],
  ['91440400192548256N', true, 'N'],
  ['911100001000044477', true, '7'],
  ['9144030010001686XA', true, 'A'],
  ['9144030027939873X7', true, '7'],
  ['91440300192203821Y', false, '6'],
  ['91330100799655058C', false, 'B'],
  ['91350100M0001TGQXM', false, '1'],
  ['91340111MA2RAD3M4R', true, 'R'],
]

test.each(VECTORS)('%s', (code, valid, check) => {
  expect(companyCodeCheckCharacter(code)).toBe(check)
  expect(checkCompanyCode(code)).toEqual(valid ? [] : ['WRONG_CHECK_CHARACTER'])
})

test('what else is doubtful is named, one thing at a time', () => {
  expect(checkCompanyCode('  ')).toEqual(['EMPTY'])
  expect(checkCompanyCode('91440300192203821')).toEqual(['WRONG_LENGTH'])
  expect(checkCompanyCode('91440300192203821O')).toEqual(['WRONG_CHARACTER'])
  expect(checkCompanyCode('440301102876439')).toEqual(['OLD_REGISTRATION_NUMBER'])
})

test('spaces, hyphens and small letters do not matter', () => {
  expect(checkCompanyCode(' 9133 0100-7996 55058b ')).toEqual([])
})
