/** One original that was got out, decrypted and held against its SHA-256. */
export interface Recovered {
  /** Where it was written, from the target folder. */
  readonly file: string
  readonly sha256: string
  readonly sizeBytes: number
  /** What it came in as, where that is known. */
  readonly name: string | null
  readonly from: 'files' | 'quarantine' | 'database'
}

/** Something that was there and could not be got out. */
export interface Damaged {
  /** The encrypted file as it is called on disk; null for an original whose file is missing, or whose row alone is left. */
  readonly storedAs: string | null
  readonly sha256: string | null
  readonly name: string | null
}

/** What came of a salvage. */
export interface SalvageReport {
  readonly format: 'redchop-salvage'
  readonly version: 1
  readonly storeId: string
  readonly recovered: readonly Recovered[]
  readonly damaged: readonly Damaged[]
  /** Pages of the database, and the numbers of those that are damaged; 0 pages where there is no database. */
  readonly database: { readonly pages: number; readonly damagedPages: readonly number[] }
}

/** The report as a text that a person reads; names as they came in, whoever reads it holds the bytes as well. */
export function salvageText({ storeId, recovered, damaged, database }: SalvageReport): string {
  const lines = [
    `Salvage of vault ${storeId}`,
    '',
    `${recovered.length} originals recovered, each held against its SHA-256.`,
    `${damaged.length} originals damaged or missing.`,
    database.pages === 0
      ? 'No database was found.'
      : `The database has ${database.pages} pages; ${database.damagedPages.length} are damaged.`,
    '',
    ...recovered.map(
      ({ file, name, sizeBytes }) => `${file}  ${sizeBytes} bytes  ${name ?? '(name not known)'}`,
    ),
  ]
  if (damaged.length > 0) lines.push('', 'Not recovered:', ...damaged.map(sayDamaged))
  return `${lines.join('\n')}\n`
}

const sayDamaged = ({ storedAs, sha256, name }: Damaged): string =>
  [sha256 ?? 'SHA-256 not known', storedAs ? `file ${storedAs}` : 'no file', name ?? '(name not known)'].join(
    '  ',
  )
