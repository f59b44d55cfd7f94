import type { Statement } from '@bridge/model/statement.ts'
import { describe, expect, it } from 'vitest'
import { makeSet } from '../../../tests/views/exhibits/make-set.ts'
import { marksOf, statementsOf, translationMarks } from './list-marks.ts'

const [exhibit] = makeSet(1).groups[0]?.exhibits ?? []
if (!exhibit) throw new Error('there is one exhibit')

const statement = (state: Statement['state'], of: Partial<Statement> = {}): Statement => ({
  id: '30000000-0000-4000-8000-0000000000aa',
  kind: 'debt',
  channel: 'wechat',
  quote: '',
  quoteStart: null,
  speaker: '',
  saidOn: null,
  askedOn: null,
  message: null,
  answers: [],
  createdAt: '2026-11-19T10:00:00Z',
  ...of,
  state,
})

const kinds = (...args: Parameters<typeof marksOf>): string[] => marksOf(...args).map(({ kind }) => kind)

describe('what is to look at', () => {
  it('is nothing where all is worded and confirmed', () => {
    expect(kinds(exhibit, 'both', [statement('confirmed')])).toEqual([])
  })
  it('names every cell the law wants filled; blanks do not fill it', () => {
    const blank = { zh: ' ', en: '' }
    const bare = { ...exhibit, title: blank, source: blank, purpose: blank, content: blank }
    expect(kinds(bare, 'zh', [])).toEqual(['no-title', 'no-source', 'no-purpose', 'no-content'])
  })
  it('asks for the title in each language the list is in', () => {
    const english = { ...exhibit, title: { zh: '', en: 'Contract' } }
    expect(kinds(english, 'zh', [])).toEqual(['title-in-other-language'])
    expect(kinds(english, 'both', [])).toEqual(['title-in-other-language'])
    expect(kinds(english, 'en', [])).toEqual([])
  })
  it('tells an open statement from a denied one', () => {
    expect(kinds(exhibit, 'zh', [statement('asked')])).toEqual(['unconfirmed'])
    expect(kinds(exhibit, 'zh', [statement('denied'), statement('confirmed')])).toEqual(['denied'])
  })
})

it('finds the statements of an exhibit by its messages and by what was typed in', () => {
  const [mail] = exhibit.items
  const ref = {
    id: mail?.messageId ?? '',
    subject: '',
    fromName: '',
    fromAddress: '',
    sentAt: null,
    sentZoneMinutes: null,
  }
  const inMail = statement('confirmed', { id: '30000000-0000-4000-8000-0000000000bb', message: ref })
  const typed = statement('asked')
  const elsewhere = statement('denied', {
    id: '30000000-0000-4000-8000-0000000000cc',
    message: { ...ref, id: 'other' },
  })
  const spoken = { messageId: null, statementId: typed.id, label: '', sentAt: null, attachmentNames: [] }
  const inside = statementsOf([inMail, typed, elsewhere])
  expect(inside({ ...exhibit, items: [spoken, ...exhibit.items] })).toEqual([typed, inMail])
})

it('says that foreign evidence lacks its translation, where the list is for readers of Chinese', () => {
  const messageId = exhibit.items[0]?.messageId ?? ''
  const piece = { messageId, subject: '', partPath: null, fileName: null }
  const standings = [
    { ...piece, standing: 'partly' as const },
    { ...piece, partPath: '2', standing: 'missing' as const },
  ]
  expect(translationMarks(exhibit, 'zh', standings)).toEqual([{ kind: 'untranslated', messageId }])
  expect(translationMarks(exhibit, 'both', standings.slice(0, 1))).toEqual([
    { kind: 'partly-translated', messageId },
  ])
  expect(translationMarks(exhibit, 'en', standings)).toEqual([])
  expect(translationMarks(exhibit, 'zh', [{ ...piece, messageId: 'other', standing: 'missing' }])).toEqual([])
})
