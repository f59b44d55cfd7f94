import type { Settings } from '@bridge/channels/settings.ts'
import { createContext, type ReactNode, use, useEffect } from 'react'
import { en } from './en/index.ts'
import type { Messages } from './messages.ts'
import { zhCN } from './zh-CN/index.ts'

export type Locale = Settings['locale']

const WORDS: Record<Locale, Messages> = { en, 'zh-CN': zhCN }
const LocaleContext = createContext<Locale>('en')

/** Sets the language of everything inside, and tells the page so that fonts and screen readers follow. */
export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return <LocaleContext value={locale}>{children}</LocaleContext>
}

export const useLocale = (): Locale => use(LocaleContext)

/** The wording in the language of the window. */
export const useWords = (): Messages => WORDS[useLocale()]
