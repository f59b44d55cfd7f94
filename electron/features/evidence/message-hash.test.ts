import { expect, test } from 'vitest'
import { messageHashOf } from './message-hash.ts'

// `printf '<4123@ucbvax.Berkeley.EDU>' | md5sum`: EDRM publishes no vectors that could be had offline.
test.each([
  ['4123@ucbvax.Berkeley.EDU', 'c8ab01b80523dbb46d1af3ea6e0d4d11'],
  ['尚欠@hongda.example.cn', 'cefd01d14eaf7cee25885d6c2554cac7'],
])('%s', (messageId, hash) => {
  expect(messageHashOf(messageId)).toBe(hash)
})

test('a letter in another case is another message', () => {
  expect(messageHashOf('a@b')).not.toBe(messageHashOf('A@b'))
})
