import { expect, it } from 'vitest'
import { doubtsAbout } from './doubts.ts'

const person = (address: string, name = '') => ({ name, address })

it('notices a name that shows another address', () => {
  const from = [person('x@evil.example', 'boss@hongda.example.cn')]
  expect(doubtsAbout({ from, replyTo: [], text: '' })).toEqual(['NAME_IS_ANOTHER_ADDRESS'])
  expect(doubtsAbout({ from: [person('A@b.example', 'a@B.example')], replyTo: [], text: '' })).toEqual([])
})

it('notices replies led to another domain, and encoded domains', () => {
  const from = [person('sales@xn--fiqs8s.example')]
  expect(doubtsAbout({ from, replyTo: [person('sales@other.example')], text: '' })).toEqual([
    'PUNYCODE_DOMAIN',
    'REPLY_GOES_ELSEWHERE',
  ])
  expect(doubtsAbout({ from, replyTo: [person('info@XN--FIQS8S.example')], text: '' })).toEqual([
    'PUNYCODE_DOMAIN',
  ])
})

it('notices characters that were lost on the way', () => {
  const sender = { from: [person('a@b.example')], replyTo: [] }
  expect(doubtsAbout({ ...sender, text: '我很\uFFFD\uFFFD歉' })).toEqual(['TEXT_DAMAGED'])
  expect(doubtsAbout({ ...sender, text: '我很抱歉' })).toEqual([])
})
