import type { ListLanguage } from '@bridge/model/exhibit.ts'
import { en } from '../../messages/en/index.ts'
import type { Messages } from '../../messages/messages.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { linesOf, type TextLine } from './list-text.ts'

type FiledWords = Messages['exhibits']['filed']

/** What is printed of a word: in the language of the list, whatever the window speaks. */
export const sayFiled = (language: ListLanguage, pick: (words: FiledWords) => string): TextLine[] =>
  linesOf({ zh: pick(zhCN.exhibits.filed), en: pick(en.exhibits.filed) }, language)
