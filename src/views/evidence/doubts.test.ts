import { expect, it } from 'vitest'
import { doubtsAbout } from './doubts.ts'

const person = (address: string, name = '') => ({ name, address })

it('notices a name that shows another address', () => {
  const from = [person('x@evil.example', 'boss@hongda.example.cn')]
  expect(doubtsAbout({ from, replyTo: [] })).toEqual(['NAME_IS_ANOTHER_ADDRESS'])
  expect(doubtsAbout({ from: [person('A@b.example', 'a@B.example')], replyTo: [] })).toEqual([])
})

it('notices replies led to another domain, and encoded domains', () => {
  const from = [person('sales@xn--fiqs8s.example')]
  expect(doubtsAbout({ from, replyTo: [person('sales@other.example')] })).toEqual([
    'PUNYCODE_DOMAIN',
    'REPLY_GOES_ELSEWHERE',
  ])
  expect(doubtsAbout({ from, replyTo: [person('info@XN--FIQS8S.example')] })).toEqual(['PUNYCODE_DOMAIN'])
})
