import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersQuery, findPlaces } from './find-places.ts'
import { fold, foldText } from './fold-text.ts'
import { readQuery, toExpression } from './search-query.ts'
import { SEARCH_VERSION, toSearchText } from './search-text.ts'
import { SIMPLIFIED, TRADITIONAL } from './traditional-characters.ts'

const expression = (typed: string) => {
  const query = readQuery(typed)
  return (
    query && [
      query.groups.map((group) => group.map(toExpression).join(' | ')).join(' & '),
      ...query.without.map(toExpression),
    ]
  )
}

test.each([
  ['货款 invoi', ['"货 款" & "invoi"*']],
  ['"balance due"', ['"balance due"']],
  ['“balance due” -paid', ['"balance due"', '"paid"*']],
  ['-"full payment" 貨款', ['"货 款"', '"full payment"']],
  ['货款 OR invoice 尚欠', ['"货 款" | "invoice"* & "尚 欠"']],
  ['OR 货', ['"or"* & "货"']],
  ['say "no', ['"say"* & "no"']],
  ['due\0paid', ['"due"* & "paid"*']],
  ['RE-25-1183', ['"re 25 1183"*']],
  ['ＰＯ－７', ['"po 7"*']],
  [' * - "" ', null],
  ['-only', null],
])('%s', (typed, wanted) => {
  expect(expression(typed)).toEqual(wanted)
})

test.each([
  ['貨款', '货 款'],
  ['爲什麼', '为 什 么'],
  ['裏/裡', '里 里'],
  ['Café CAFE\u0301', 'cafe cafe'],
  ['１１６，１６０', '116 160'],
  ['ｶﾞが', 'ガ が'],
  ['合同PO-7', '合 同 po 7'],
  ['\uf9dc', '隆'],
])('%s is indexed as %s', (written, indexed) => {
  expect(
    toSearchText(written)
      .trim()
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .join(' '),
  ).toBe(indexed)
})

test('the table pairs single characters, and nothing it gives folds on', () => {
  const [from, to] = [[...TRADITIONAL], [...SIMPLIFIED]]
  expect([from.length, new Set(from).size]).toEqual([to.length, from.length])
  expect(to.filter((character) => from.includes(character))).toEqual([])
})

test('another table or another way to fold is another version of the index', () => {
  const sample = toSearchText(
    `${TRADITIONAL} ${String.fromCodePoint(...Array.from({ length: 0x3000 }, (_, at) => at + 1))}`,
  )
  const digest = createHash('sha256').update(sample).digest('hex').slice(0, 16)
  expect([SEARCH_VERSION, digest]).toEqual([2, 'd544a9faa3bb4d28'])
})

test('a place is where the words stand as written', () => {
  const text = 'Ｂａｌａｎｃｅ  due: 尚欠貨款。Cafe\u0301s'
  const found = (typed: string) => {
    const query = readQuery(typed)
    return query && findPlaces(text, query, 9).map(({ start, end }) => text.slice(start, end))
  }
  expect(found('"balance due" 货款 café')).toEqual(['Ｂａｌａｎｃｅ  due', '貨款', 'Cafe\u0301s'])
  expect(found('款貨 "caf"')).toEqual([])
})

test('a place is found wherever it stands in a long text', () => {
  const words = ['尚欠貨款', 'Ｂａｌａｎｃｅ  due', 'Cafe\u0301s']
  const query = readQuery('尚欠货款 "balance due" cafés')
  for (const filling of ['前', 'x', ' ', 'ガ'])
    for (let before = 985; before <= 1_005; before += 1) {
      const text = `${filling.repeat(before)} ${words.join('，')}${'後'.repeat(2_000)}${words.join(' ')}`
      const found = query ? findPlaces(text, query, 9) : []
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([...words, ...words])
    }
})

test('places lie inside the text, in order, whatever it is', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })
  fc.assert(
    fc.property(text, fc.string({ unit: 'grapheme', maxLength: 3 }), (written, typed) => {
      const { text: folded, starts } = foldText(written)
      expect(folded).toBe(fold(written))
      expect([starts.length, starts.at(-1)]).toEqual([folded.length + 1, written.length])
      const query = readQuery(typed)
      const places = query ? findPlaces(written, query, 100) : []
      let last = 0
      for (const { start, end } of places) {
        expect(start >= last && end > start && end <= written.length).toBe(true)
        last = end
      }
      if (query?.groups.length === 1 && query.without.length === 0)
        expect(places.length > 0).toBe(answersQuery(written, query))
    }),
  )
})
