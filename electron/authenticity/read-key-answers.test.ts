import { expect, test } from 'vitest'
import { readKeyAnswers } from './read-key-answers.ts'

const record = 'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB'
const key = { selector: 's1', domain: 'hongda.example.cn', record }

test('nslookup of Windows, in English and Chinese', () => {
  const answer = (server: string, rest: string) =>
    `${server}:  dns.office.example\r\nAddress:  192.168.1.1\r\n\r\n${rest}\r\ns1._domainkey.hongda.example.cn\ttext =\r\n\r\n\t"v=DKIM1; k=rsa; "\r\n\t"p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB"\r\n`
  expect(readKeyAnswers(answer('Server', 'Non-authoritative answer:'))).toEqual({ keys: [key], problems: [] })
  expect(readKeyAnswers(answer('服务器', '非权威应答:'))).toEqual({ keys: [key], problems: [] })
})

test('dig, nslookup of Linux and host, several keys at once', () => {
  const text = [
    's1._domainkey.hongda.example.cn. 300 IN TXT "v=DKIM1; k=rsa; " "p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB"',
    ';; Query time: 12 msec',
    's2._domainkey.hongda.example.cn\ttext = "v=DKIM1; p=AAAA"',
    's3._domainkey.hongda.example.cn descriptive text "p=BBBB"',
  ].join('\n')
  expect(readKeyAnswers(text).keys).toEqual([
    key,
    { selector: 's2', domain: 'hongda.example.cn', record: 'v=DKIM1; p=AAAA' },
    { selector: 's3', domain: 'hongda.example.cn', record: 'p=BBBB' },
  ])
})

test('Resolve-DnsName as a list; as a table it cuts the key off, and that is said', () => {
  const list = `Name    : s1._domainkey.hongda.example.cn\r\nStrings : {v=DKIM1; k=rsa; , p=MIGfMA0GCSqGSIb3\r\n          DQEBAQUAA4GNADCB}\r\n`
  expect(readKeyAnswers(list)).toEqual({ keys: [key], problems: [] })
  const table = `Name Type TTL Section Strings\n---- ---- --- ------- -------\ns1._domainkey.hongda.example.cn TXT 300 Answer {v=DKIM1; k=rsa; p=MIGf...`
  expect(readKeyAnswers(table)).toEqual({ keys: [], problems: [{ line: 3, problem: 'CUT_OFF' }] })
})

test('a record behind an alias belongs to the name that was asked for', () => {
  const text = `s1._domainkey.hongda.example.cn. 60 IN CNAME s1._domainkey.mail.example.\ns1._domainkey.mail.example. 60 IN TXT "p=AAAA"`
  expect(readKeyAnswers(text).keys.map(({ domain }) => domain)).toEqual(['mail.example', 'hongda.example.cn'])
})

test('wrong lines are named, the others still read', () => {
  const text = `hello\n"p=AAAA"\n** server can't find s2._domainkey.x.example: NXDOMAIN\ns3._domainkey.x.example text = "v=spf1 -all"\ns4._domainkey.x.example text = "p=CCCC"`
  expect(readKeyAnswers(text)).toEqual({
    keys: [{ selector: 's4', domain: 'x.example', record: 'p=CCCC' }],
    problems: [
      { line: 1, problem: 'NOT_UNDERSTOOD' },
      { line: 2, problem: 'NO_NAME' },
      { line: 3, problem: 'NO_RECORD' },
      { line: 4, problem: 'NO_KEY' },
    ],
  })
})

test('no text takes long', () => {
  const started = performance.now()
  readKeyAnswers('"'.repeat(200_000))
  readKeyAnswers(`${'a._domainkey.'.repeat(10_000)} text =`)
  readKeyAnswers(`Strings : {${'x,'.repeat(100_000)}`)
  expect(performance.now() - started).toBeLessThan(2_000)
})
