import { expect, test } from 'vitest'
import { incidentCode } from './incident-code.ts'

class WithCode extends Error {
  code = 'SQLITE_IOERR_READ'
}

test.each([
  [new WithCode('我司尚欠货款'), 'CASES.LIST SQLITE_IOERR_READ'],
  [new TypeError('我司尚欠货款'), 'CASES.LIST TYPEERROR'],
  [Object.assign(new Error(), { code: 'Hongda owes it' }), 'CASES.LIST ERROR'],
  ['我司尚欠货款', 'CASES.LIST STRING'],
  [undefined, 'CASES.LIST UNDEFINED'],
])('says where and what kind, and nothing of the message', (cause, code) => {
  expect(incidentCode('cases.list', cause)).toBe(code)
})
