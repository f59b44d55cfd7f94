import { expect, test } from 'vitest'
import { startReading } from '../reading.ts'
import { readAddresses } from './addresses.ts'

const read = (text: string) => readAddresses(text, startReading()).map(({ name, address }) => [name, address])

test.each<[string, string[][]]>([
  ['a@b.example', [['', 'a@b.example']]],
  [
    '"Last, First" <a@b.example>, c@d.example',
    [
      ['Last, First', 'a@b.example'],
      ['', 'c@d.example'],
    ],
  ],
  [
    'Team: x@d.example, "Y, Z" <y@d.example>;, z@d.example',
    [
      ['', 'x@d.example'],
      ['Y, Z', 'y@d.example'],
      ['', 'z@d.example'],
    ],
  ],
  ['undisclosed-recipients:;', []],
  ['a@b.example (Wang (Wei) Co)', [['Wang (Wei) Co', 'a@b.example']]],
  ['=?gbk?B?1cXI/Q==?= <a@b.example>', [['张三', 'a@b.example']]],
  ['"=?utf-8?Q?Li=2C_Si?=" <a@b.example>', [['Li, Si', 'a@b.example']]],
  ['=?utf-8?B?5byg?= =?utf-8?B?5LiJ?= <a@b.example>', [['张三', 'a@b.example']]],
  ['张三 <a@b.example>；ignored', [['张三 ；ignored', 'a@b.example']]],
  [
    'a@b.example; c@d.example',
    [
      ['', 'a@b.example'],
      ['', 'c@d.example'],
    ],
  ],
  ['<@relay.example:a@b.example>', [['', 'a@b.example']]],
  ['Li Si li@b.example', [['Li Si', 'li@b.example']]],
  ['"a@b.example" <c@d.example>', [['a@b.example', 'c@d.example']]],
  ['MAILER DAEMON <>', [['MAILER DAEMON', '']]],
  ['root', [['', 'root']]],
  ['Zhang San', [['Zhang San', '']]],
  ['"unclosed <a@b.example>', [['unclosed', 'a@b.example']]],
  ['', []],
])('%s', (text, people) => {
  expect(read(text)).toEqual(people)
})
