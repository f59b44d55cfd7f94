import type { CharsetName } from '@bridge/model/charset.ts'
import type { TranslationLanguage, TranslationStanding } from '@bridge/model/translation.ts'

const charsets: Record<CharsetName, string> = {
  'utf-8': 'Unicode (UTF-8)',
  gb18030: 'Simplified Chinese (GB18030, GBK, GB2312)',
  big5: 'Traditional Chinese (Big5)',
  'hz-gb-2312': 'Simplified Chinese (HZ)',
  shift_jis: 'Japanese (Shift_JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  'iso-2022-jp': 'Japanese (ISO-2022-JP)',
  'euc-kr': 'Korean (EUC-KR)',
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1256': 'Arabic (Windows-1256)',
  'windows-874': 'Thai (Windows-874)',
  'utf-16le': 'Unicode (UTF-16, little endian)',
  'utf-16be': 'Unicode (UTF-16, big endian)',
}

const languages: Record<TranslationLanguage, string> = { zh: 'Chinese', en: 'English' }

const standings: Record<TranslationStanding, string> = {
  chinese: 'Chinese',
  mixed: 'In two languages: look whether the Chinese says all of it',
  translated: 'Translated into Chinese',
  partly: 'Partly translated',
  missing: 'No Chinese translation',
  unknown: 'Cannot be read by the app: look whether it needs a translation',
}

export const reading = {
  charset: {
    title: 'Characters',
    declared: 'Read as the message declares, corrected where that is plainly wrong.',
    guessed: 'The message does not say, or says wrongly, how its characters are written: it was guessed.',
    chosen: (name: string) => `Read as ${name}, as you chose.`,
    other: 'Read in other characters…',
    dialog: 'Read in other characters',
    intro:
      'Subject, text and file names change; the original and every attachment stay as they are. The present reading is kept.',
    field: 'Characters',
    automatic: 'As declared or guessed',
    subject: 'Subject',
    text: 'Text',
    noLoss: 'Every octet has a meaning in it.',
    lost: (count: string, one: boolean) =>
      one
        ? '1 place has no meaning in it, shown as �.'
        : `${count} places have no meaning in it, shown as �.`,
    submit: 'Read it so',
    done: 'The message is read in the chosen characters from now on.',
    charsets,
  },
  translations: {
    title: 'Translations',
    none: 'None. A court in China needs foreign-language evidence with a Chinese translation.',
    add: 'Add a translation…',
    addOf: (what: string) => `Translate: ${what}`,
    passage: 'Translate…',
    whole: 'The whole message',
    dialog: 'Translation',
    original: 'Original',
    of: 'Translation of',
    language: 'Into',
    languages,
    text: 'Translation',
    textNeeded: 'Type or paste the translation.',
    translator: 'Translator or agency',
    credential: 'Seal or certificate',
    madeOn: 'Made on',
    submit: 'Keep the translation',
    added: 'The translation is kept.',
    changed: 'The translation is changed.',
    removed: 'The translation is taken out.',
    change: 'Change',
    remove: 'Take out',
    removeQuestion: 'Take this translation out?',
    removeConfirm: 'Take out',
    by: (translator: string, credential: string) => [translator, credential].filter(Boolean).join(', '),
    unnamed: 'Translator not stated',
    file: (name: string) => name || 'An attachment',
    standings,
  },
}
