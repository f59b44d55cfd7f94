import { formatMoney } from '../lib/money.ts'
import { useLocale, useWords } from '../messages/WordsProvider.tsx'

/** A sum in minor units with its currency; a dash where there is none. */
export function MoneyText({ minor, currency }: { minor: number | null; currency: string }) {
  const locale = useLocale()
  const words = useWords().app
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {minor === null ? words.notYet : formatMoney(minor, currency, locale)}
    </span>
  )
}
