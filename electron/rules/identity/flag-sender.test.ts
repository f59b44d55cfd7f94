import { domainToASCII } from 'node:url'
import { expect, test } from 'vitest'
import { flagSender, type KnownIdentity } from './flag-sender.ts'
import { shownDomain } from './punycode.ts'

const person = (address: string, name = '') => ({ name, address })
const known = (value: string, change: Partial<KnownIdentity> = {}): KnownIdentity => ({
  side: 'counterparty',
  kind: value.includes('@') ? 'email' : 'domain',
  value,
  person: '',
  founded: true,
  ...change,
})
const KNOWN = [
  known('hongda.com.cn'),
  known('nordlys-lighting.com', { side: 'client' }),
  known('linwei88@qq.com', { person: '林伟' }),
]
const flags = (address: string, name = '', replyTo: string[] = [], identities = KNOWN) =>
  flagSender({ from: [person(address, name)], replyTo: replyTo.map((each) => person(each)) }, identities)
const codes = (...of: Parameters<typeof flags>) => flags(...of).map(({ code }) => code)

test.each([
  ['hongdа.com.cn', 'hongda.com.cn', 'homoglyph'], // the last letter is Cyrillic
  [domainToASCII('hongdа.com.cn'), 'hongda.com.cn', 'homoglyph'],
  ['h0ngda.com.cn', 'hongda.com.cn', 'homoglyph'],
  ['nordIys-lighting.com', 'nordlys-lighting.com', 'homoglyph'],
  ['nord1ys-lighting.com', 'nordlys-lighting.com', 'homoglyph'],
  ['hongcla.com.cn', 'hongda.com.cn', 'homoglyph'],
  ['hognda.com.cn', 'hongda.com.cn', 'typo'],
  ['hongdaa.com.cn', 'hongda.com.cn', 'added'],
  ['nordlis-lighting.com', 'nordlys-lighting.com', 'typo'],
  ['mail.nordlys-lightning.com', 'nordlys-lighting.com', 'typo'],
  ['hongda-pay.com.cn', 'hongda.com.cn', 'added'],
  ['hongdagroup.com', 'hongda.com.cn', 'added'],
  ['nordlyslighting.com', 'nordlys-lighting.com', 'added'],
  ['hongda.com', 'hongda.com.cn', 'ending'],
  ['hongda.cn', 'hongda.com.cn', 'ending'],
])('%s resembles %s: %s', (domain, other, likeness) => {
  const address = `a@${domain}`
  expect(flags(address)).toContainEqual({ code: 'LOOKALIKE_DOMAIN', address, other, likeness })
})

test('rn reads as m', () => {
  expect(flags('a@rnaersk.com', '', [], [known('maersk.com')])[0]).toMatchObject({ likeness: 'homoglyph' })
})

test.each([
  'hongda.com.cn',
  'mail.hongda.com.cn',
  'hyundai.com',
  'alibaba.com',
  'lighting.com',
  'nord.com',
  'mail.ru',
])('%s resembles nothing', (domain) => {
  expect(codes(`a@${domain}`)).not.toContain('LOOKALIKE_DOMAIN')
})

test('of two short names one letter apart neither resembles the other', () => {
  expect(codes('a@abd.com', '', [], [known('abc.com')])).toEqual([])
})

test('a free mailbox is named until somebody said whose it is and why', () => {
  expect(codes('wang@163.com')).toEqual(['FREE_MAIL'])
  expect(codes('linwei88@QQ.com')).toEqual([])
  expect(codes('a@gmail.com', '', [], [known('a@gmail.com', { founded: false })])).toEqual(['FREE_MAIL'])
  expect(codes('a@gmail.com', '', [], [known('a@gmail.com', { founded: false, side: 'client' })])).toEqual([])
})

test('a mailbox at a free provider may imitate another there', () => {
  expect(flags('Iinwei88@qq.com')).toContainEqual({
    code: 'LOOKALIKE_DOMAIN',
    address: 'Iinwei88@qq.com',
    other: 'linwei88@qq.com',
    likeness: 'homoglyph',
  })
})

test('a person known by one address who writes from another', () => {
  expect(flags('lw@hongda.com.cn', ' 林伟 ')).toEqual([
    {
      code: 'PERSON_HAS_OTHER_ADDRESS',
      address: 'lw@hongda.com.cn',
      other: 'linwei88@qq.com',
      likeness: null,
    },
  ])
  expect(codes('linwei88@qq.com', '林伟')).toEqual([])
})

test('a name that shows another address', () => {
  expect(flags('x@evil.example', 'boss@hongda.com.cn')).toContainEqual({
    code: 'NAME_IS_ANOTHER_ADDRESS',
    address: 'x@evil.example',
    other: 'boss@hongda.com.cn',
    likeness: null,
  })
  expect(codes('A@b.example', 'a@B.example')).toEqual([])
})

test('answers led elsewhere', () => {
  expect(flags('sales@hongda.com.cn', '', ['pay@other.example'])).toContainEqual({
    code: 'REPLY_GOES_ELSEWHERE',
    address: 'sales@hongda.com.cn',
    other: 'pay@other.example',
    likeness: null,
  })
  expect(codes('sales@hongda.com.cn', '', ['info@HONGDA.com.cn'])).toEqual([])
  expect(codes('sales@hongda.com.cn', '', ['linwei88@qq.com'])).toEqual([])
  expect(codes('linwei88@qq.com', '', ['other@qq.com'])).toContain('REPLY_GOES_ELSEWHERE')
})

test('encoded domains are read as they are shown', () => {
  for (const domain of ['中国.com', 'münchen.de', 'пример.com', '宏达灯饰.cn', 'bücher-und-papier.de'])
    expect(shownDomain(domainToASCII(domain))).toBe(domain)
  for (const broken of ['xn--.com', 'xn--ö.com', 'xn--99999999.com', 'xn--a-ü'])
    expect(typeof shownDomain(broken)).toBe('string')
  expect(codes('a@xn--fiqs8s.example')).toEqual(['PUNYCODE_DOMAIN'])
})

test('what is said of the very address goes before its domain, in whichever order it was entered', () => {
  const agent = 'agent@hongda-group.example'
  const identities = [...KNOWN, known('hongda-group.example'), known(agent, { side: 'third-party' })]
  const signs = (replyTo: string) => flags('li@hongda.com.cn', '', [replyTo], identities)
  expect(signs('pay@hongda-group.example')).toEqual([])
  expect(signs(agent)).toMatchObject([{ code: 'REPLY_GOES_ELSEWHERE', other: agent }])
})
