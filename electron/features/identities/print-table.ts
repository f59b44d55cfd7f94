import { BEIJING_MINUTES, dayWritten } from '@bridge/model/day-written.ts'
import type { Identity, SheetLanguage } from '@bridge/model/identity.ts'
import type { MessageRef } from '@bridge/model/statement.ts'
import { refusal } from '@bridge/refusal.ts'
import { DocumentError } from '../../documents/document-error.ts'
import type { IdentityRow } from '../../documents/kinds/identity-table/model.ts'
import { renderIdentityTable } from '../../documents/kinds/identity-table/render-identity-table.ts'
import type { PdfRenderer } from '../../documents/pdf/pdf-renderer.ts'
import type { FileStore } from '../../files/index.ts'
import { findCase, type ServiceParts } from '../cases/index.ts'
import { takeInSheet } from '../evidence/index.ts'
import { listIdentities } from './list-identities.ts'

export interface PrintParts extends ServiceParts {
  files: FileStore
  pdf: PdfRenderer
}

/** Prints the table as it stands, and keeps the sheet as a document of the case; gives the message it became. */
export function printTable(parts: PrintParts) {
  const { store, audit, clock, pdf } = parts
  return async (caseId: string, language: SheetLanguage): Promise<string> => {
    const matter = findCase(store.read, caseId)
    const rows = listIdentities(store.read, caseId)
    if (!matter || rows.length === 0) throw refusal('NOT_FOUND')
    const asOf = dayWritten(clock.now(), BEIJING_MINUTES)
    const table = {
      ...{ language, asOf, rows: rows.toSorted(bySide).map(toRow) },
      matter: {
        title: matter.title,
        client: matter.clientName,
        counterpartyZh: matter.counterpartyNameZh,
        counterpartyEn: matter.counterpartyNameEn,
        contract: [matter.contractTitle, matter.contractNumber].filter(Boolean).join(' '),
      },
    }
    const page = await renderIdentityTable(table, pdf).catch((cause: unknown) => {
      throw cause instanceof DocumentError ? refusal('PRINT_FAILED', { cause }) : cause
    })
    const name = language === 'en' ? `Identity table ${asOf}.pdf` : `主体身份对照表 ${asOf}.pdf`
    return takeInSheet(parts, { caseId, name, bytes: Buffer.from(page) }, (writer, messageId) =>
      audit.append(writer, { act: 'identities.printed', objectId: messageId, facts: { rows: rows.length } }),
    )
  }
}

const SIDE_ORDER = ['counterparty', 'client', 'third-party'] as const
const bySide = (a: Identity, b: Identity): number => SIDE_ORDER.indexOf(a.side) - SIDE_ORDER.indexOf(b.side)

const toRow = (identity: Identity): IdentityRow => ({
  ...identity,
  bases: identity.bases.map(({ kind, quote, note, message }) => ({
    ...{ kind, quote, note },
    source: message && sourceOf(message),
  })),
})

const sourceOf = ({ subject, sentAt, sentZoneMinutes }: MessageRef) => ({
  subject,
  day: sentAt && dayWritten(sentAt, sentZoneMinutes),
})
