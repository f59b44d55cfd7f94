import { expect, test } from 'vitest'
import { composeLookupSheet } from './lookup-sheet.ts'

test('every name is asked for in each system, and none that holds more than a host name', () => {
  const evil = 's._domainkey.x.example & del /q *'
  const sheet = composeLookupSheet(['s1._domainkey.hongda.example.cn', evil])
  expect(sheet).toContain('nslookup -type=TXT s1._domainkey.hongda.example.cn\r\n')
  expect(sheet).toContain('dig +noall +answer TXT s1._domainkey.hongda.example.cn\r\n')
  for (const line of sheet.split('\r\n').filter((each) => each.includes('del /q')))
    expect(line).toBe(`  ${JSON.stringify(evil)}`)
})
