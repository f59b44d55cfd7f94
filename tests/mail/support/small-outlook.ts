import { composeMsg, composeTnef, type OutlookMessage } from './compose-outlook.ts'

/** A little of everything: a text, HTML that shows a picture, a recipient, a file, a message inside. */
export const SMALL: OutlookMessage = {
  properties: {
    3604511: 'RE: 余款',
    3735616: new Date('2024-03-01T01:02:03Z'),
    235274304: new Date('2024-03-01T01:02:33Z'),
    203030559: '林晓敏',
    203358239: 'lin@supplier.example',
    268435487: '余款属实。\r\n',
    269680898: Buffer.from('<p>余款属实。<img src="cid:a@b"></p>'),
    1071513603: 65_001,
    271908895: '<1@supplier.example>',
  },
  recipients: [{ 202702851: 1, 805371935: 'Li', 805503007: 'li@buyer.example' }],
  attachments: [
    {
      properties: {
        922812674: Buffer.from('89504e470d0a1a0a', 'hex'),
        923074563: 1,
        923205663: '图.png',
        923664415: 'image/png',
        923926559: '<a@b>',
      },
    },
    {
      properties: { 923074563: 5, 805371935: 'Inner' },
      nested: { properties: { 3604511: 'Inner', 268435487: 'inside' } },
    },
  ],
}

export const SMALL_MSG = composeMsg(SMALL)
export const SMALL_TNEF = composeTnef(SMALL)
