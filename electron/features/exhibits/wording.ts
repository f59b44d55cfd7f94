import { channel } from '@bridge/model/channel.ts'
import { type Bilingual, submitterRole } from '@bridge/model/exhibit.ts'
import { z } from 'zod'
import resource from '../../../resources/wording/exhibits.json' with { type: 'json' }

/** A sentence that may name these facts in braces, and no others. */
const template = (...facts: string[]) =>
  z.string().refine((text) => namesIn(text).every((name) => facts.includes(name)))

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w*)\}/gu)].map(([, name]) => name ?? '')

const group = z.strictObject({ title: template(), purpose: template('us', 'them') })
const purpose = z.strictObject({
  confirmed: template('us', 'them', 'when'),
  said: template('us', 'them'),
})

const words = z.strictObject({
  sides: z.record(submitterRole, template()),
  tribunals: z.strictObject({ cietac: template(), hkiac: template() }),
  groups: z.strictObject({ term: group, delivery: group, debt: group, defect: group, correspondence: group }),
  purposes: z.strictObject({
    term: purpose,
    delivery: purpose,
    defect: purpose,
    debt: purpose,
    /** A debt as the debtor's lawyer words it. */
    balance: purpose,
    correspondence: purpose,
  }),
  sources: z.strictObject({
    ours: template('us'),
    theirs: template('us', 'them'),
    between: template('us', 'them'),
    others: template('us'),
    record: template('us'),
  }),
  titles: z.strictObject({
    mail: template('subject', 'details'),
    confirmation: template('name', 'day'),
    confirmationUndated: template('name'),
    confirmations: template('count', 'span'),
    mails: template('subject', 'count', 'span'),
    record: template('channel', 'details'),
  }),
  channels: z.record(channel, template()),
  files: z.strictObject({ list: template(), bundle: template(), export: template() }),
  passage: template('quote', 'details'),
  who: template('from', 'to'),
  more: template('name'),
  when: template('day'),
  span: template('first', 'last'),
  comma: template(),
  semicolon: template(),
  noSubject: template(),
  noDate: template(),
  noName: template(),
})

export type Words = z.infer<typeof words>
export type GroupKey = keyof Words['groups']
export type PurposeKey = keyof Words['purposes']
export type Language = keyof Bilingual

const wording = z.strictObject({ version: z.string(), zh: words, en: words }).parse(resource)

/** Version of the proposed wording; an export names it in its manifest. */
export const wordingVersion = wording.version

/** The same sentence made once in each language. */
export const inBoth = (make: (words: Words, language: Language) => string): Bilingual => ({
  zh: make(wording.zh, 'zh'),
  en: make(wording.en, 'en'),
})
