import { expect, test } from 'vitest'
import { composeRecordHtml } from './compose-sheet-html.ts'
import { recordContent } from './model.ts'

const talk = recordContent.parse({
  kind: 'record',
  channel: 'telephone',
  happenedOn: null,
  participants: '李强',
  text: '六十天内付款',
})

test('a talk whose day nobody knows says so, in the languages of the papers', () => {
  expect(composeRecordHtml(talk, 'both')).toContain('<dd>日期未注明 date not stated</dd>')
  expect(composeRecordHtml({ ...talk, happenedOn: '2024-09-01' }, 'en')).toContain('<dd>2024-09-01</dd>')
})
