import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decompressRTF } from '@kenjiuno/decompressrtf'
import { expect, test } from 'vitest'
import { type CfbStorage, openCompoundFile } from '../../electron/mail/cfb/compound-file.ts'
import { startReading } from '../../electron/mail/reading.ts'
import { decompressRtf } from '../../electron/mail/rtf/decompress-rtf.ts'
import { CORPUS } from './support/corpus-facts.ts'

const bodiesIn = ({ storages, streams }: CfbStorage): Buffer[] => [
  ...streams.filter(({ name }) => name === '__substg1.0_10090102').map((stream) => stream.read()),
  // The names of named properties lie in streams that are called the same.
  ...storages.filter(({ name }) => !name.startsWith('__nameid')).flatMap(bodiesIn),
]

const bodies = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .map((file) => join(CORPUS, file))
  .filter((file) => /(?:msgreader|outlook-message-parser)\/.*\.msg$/.test(file))
  .flatMap((file) => bodiesIn(openCompoundFile(readFileSync(file), startReading())))

test('the RTF of every message in the corpus comes out as another program undoes it', () => {
  expect(bodies.length).toBeGreaterThan(20)
  for (const body of bodies) {
    const theirs = Buffer.from(decompressRTF([...body])).subarray(0, body.readUInt32LE(4))
    expect(decompressRtf(body)?.equals(theirs)).toBe(true)
  }
})

test('the example of the standard comes out as it says (MS-OXRTFCP 3.1.1)', () => {
  const example =
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0'
  expect(decompressRtf(Buffer.from(example, 'hex'))?.toString()).toBe(
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
  )
})

test('what breaks off gives what came before, and no end of it nothing', () => {
  const [body = Buffer.alloc(0)] = bodies
  const whole = decompressRtf(body) ?? Buffer.alloc(0)
  const half = decompressRtf(body.subarray(0, body.length / 2)) ?? Buffer.alloc(0)
  expect(half.length).toBeGreaterThan(100)
  expect(whole.subarray(0, half.length - 20).equals(half.subarray(0, -20))).toBe(true)
  expect(decompressRtf(body.subarray(0, 15))).toBeNull()
})
