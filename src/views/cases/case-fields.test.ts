import { expect, it } from 'vitest'
import { differing, EMPTY_FIELDS, fieldsOf, readFields } from './case-fields.ts'

const filled = {
  ...EMPTY_FIELDS,
  title: 'Hongda, lighting',
  counterpartyNameZh: '宏达灯饰有限公司',
  claimAmount: '128,400.50',
  claimCurrency: 'usd',
  claimDueOn: '2026-03-31',
}

it('reads sums into minor units and empty dates into none', () => {
  const { draft, problems } = readFields(filled)
  expect(problems).toEqual({})
  expect(draft).toMatchObject({ claimMinor: 12_840_050, claimCurrency: 'USD', contractDate: null })
})

it('names each field that cannot be saved, and saves nothing then', () => {
  const { draft, problems } = readFields({
    ...filled,
    title: ' ',
    counterpartyNameZh: '',
    claimAmount: '12.345',
    counterpartyMailboxes: ['hongda.example.cn', 'not a mailbox'],
  })
  expect(draft).toBeNull()
  expect(problems).toEqual({
    title: { kind: 'required' },
    counterpartyNameZh: { kind: 'required' },
    claimAmount: { kind: 'badMoney' },
    counterpartyMailboxes: { kind: 'badMailbox', value: 'not a mailbox' },
  })
})

it('comes back unchanged from a saved case', () => {
  const { draft } = readFields(filled)
  if (!draft) throw new Error('the draft should be good')
  const saved = fieldsOf({
    ...draft,
    id: crypto.randomUUID(),
    revision: 1,
    createdAt: '2026-01-01T00:00:00Z',
    changedAt: '2026-01-01T00:00:00Z',
    archivedAt: null,
  })
  expect(differing(saved, { ...filled, claimAmount: '128400.50', claimCurrency: 'USD' })).toEqual([])
  expect(differing(saved, { ...filled, claimAmount: '1.00', claimCurrency: 'USD' })).toEqual(['claimAmount'])
})
