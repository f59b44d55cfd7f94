import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MsgReader from '@kenjiuno/msgreader'
import { expect, test } from 'vitest'
import { readMessage } from '../../electron/mail/read-message.ts'
import { readPart } from '../../electron/mail/read-part.ts'
import { CORPUS } from './support/corpus-facts.ts'

const NESTED: readonly (readonly [string, string, string])[] = [
  ['msgInMsg.msg', '1', 'Microsoft Outlook テスト メッセージ'],
  ['Friday Lunch.msg', '1', 'Monday Lunch'],
  ['Outer mail.msg', '3', 'Inner mail'],
]

test.each(NESTED)('the message inside %s opens, for another program too', (file, path, subject) => {
  const part = readPart(readFileSync(join(CORPUS, 'msgreader', file)), path)
  const bytes = part?.bytes ?? Buffer.alloc(0)
  expect(readMessage(bytes)).toMatchObject({ ok: true, message: { subject } })
  expect(new MsgReader(Uint8Array.from(bytes).buffer).getFileData().subject).toBe(subject)
})

test('its octets stay the same from one version of the product to the next', () => {
  const hashes = NESTED.map(([file, path]) => {
    const result = readMessage(readFileSync(join(CORPUS, 'msgreader', file)))
    return result.ok && result.message.attachments.find(({ partPath }) => partPath === path)?.sha256
  })
  expect(hashes).toMatchInlineSnapshot(`
    [
      "07aa57f056b67b23ea633fd48b68fe209a0ec6a8ad392a4339c35775d7e95c32",
      "ea276317b19cead82b42bb27ca280831be13f9e8e963c541535acdea36fa7e1c",
      "f549037bdc2a087fef136fed6898c182639b09cb2d6f1f5714db2588b490ccef",
    ]
  `)
})
