import type { BasisKind, IdentityKind, Seen, SheetLanguage, Side } from '@bridge/model/identity.ts'

/** Everything an identity table says. */
export interface IdentityTable {
  language: SheetLanguage
  /** The day whose entries it shows, `YYYY-MM-DD` in Beijing. */
  asOf: string
  matter: { title: string; client: string; counterpartyZh: string; counterpartyEn: string; contract: string }
  rows: readonly IdentityRow[]
}

export interface IdentityRow {
  side: Side
  kind: IdentityKind
  value: string
  companyZh: string
  companyEn: string
  person: string
  position: string
  /** Null where headers say nothing of it. */
  seen: Seen | null
  bases: readonly {
    kind: BasisKind
    quote: string
    note: string
    /** Subject and day of the message or document that shows it; null where it is not in the case. */
    source: { subject: string; day: string | null } | null
  }[]
}
