import type { Translation } from '@bridge/model/translation.ts'
import { type FakeHandlers, found } from './fake-handlers.ts'
import type { FakeMessage } from './make-messages.ts'
import { fakeId } from './scenes.ts'
import type { World } from './world.ts'

const MOJIBAKE = '貨款餘額確認函如附件，請於五月底前付清。'

const messageOf = (world: World, messageId: string): FakeMessage =>
  found(world.messages.find(({ view }) => view.id === messageId))

export const readingsHandlers: FakeHandlers<'readings'> = {
  'readings.preview': ({ messageId, charset }, world) => {
    const { subject, text } = messageOf(world, messageId).view
    if (charset === null || charset === 'utf-8') return { subject, text, lostCount: 0 }
    if (charset === 'big5') return { subject: '貨款餘額確認', text: MOJIBAKE, lostCount: 0 }
    return { subject: '\uFFFD\uFFFDÆ', text: `${MOJIBAKE.replace(/./gu, '\uFFFD')}`, lostCount: 22 }
  },
  'readings.choose': ({ messageId, charset }, world) => {
    messageOf(world, messageId).view.charset = charset
    return { messageId }
  },
}

/** One whole message, and a passage of another. */
export const makeTranslations = ([first, second]: readonly FakeMessage[]): Translation[] => [
  ...(first ? [wholeOf(first)] : []),
  ...(second ? [passageOf(second)] : []),
]

const BY = {
  language: 'zh',
  translator: '北京信达翻译有限公司',
  credential: '翻译专用章',
  madeOn: '2026-11-12',
} as const

const wholeOf = ({ view }: FakeMessage): Translation => ({
  id: fakeId('translation', 1),
  messageId: view.id,
  ...{ partPath: null, quote: null, quoteStart: null },
  ...BY,
  text: '贵司确认截至二〇二五年四月三十日尚欠货款四万八千五百美元，并将于五月底前付清。',
})

const passageOf = ({ view }: FakeMessage): Translation => ({
  id: fakeId('translation', 2),
  messageId: view.id,
  ...{ partPath: null, quote: view.text.slice(0, 60), quoteStart: 0 },
  ...BY,
  text: '我方将于下周付款。',
})

export const translationsHandlers: FakeHandlers<'translations'> = {
  'translations.list': ({ messageId }, world) => ({
    translations: world.translations.filter((each) => each.messageId === messageId),
  }),
  'translations.standings': (_input, world) => ({
    standings: world.messages.slice(0, 6).map(({ view }, n) => ({
      messageId: view.id,
      subject: view.subject,
      partPath: null,
      fileName: null,
      standing:
        (['translated', 'partly', 'missing', 'chinese', 'missing', 'unknown'] as const)[n] ?? 'missing',
    })),
  }),
  'translations.add': ({ of, draft }, world) => {
    const translationId = fakeId('translation', world.translations.length + 1)
    const passage =
      of.what === 'passage'
        ? { quote: of.quote, quoteStart: of.quoteStart }
        : { quote: null, quoteStart: null }
    const partPath = of.what === 'file' ? of.partPath : null
    world.translations.push({ id: translationId, messageId: of.messageId, partPath, ...passage, ...draft })
    return { translationId }
  },
  'translations.change': ({ translationId, draft }, world) => {
    world.translations = world.translations.map((each) =>
      each.id === translationId ? { ...each, ...draft } : each,
    )
    return {}
  },
  'translations.remove': ({ translationId }, world) => {
    world.translations = world.translations.filter(({ id }) => id !== translationId)
    return {}
  },
}
