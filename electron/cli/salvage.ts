import type { SalvageReport } from '../vault/salvage/salvage-report.ts'

/** Tells what a salvage got out, and names what it did not. True where nothing is missing. */
export function saySalvage(
  { recovered, damaged, database }: SalvageReport,
  target: string,
  say: (line: string) => void,
): boolean {
  say(`Recovered  ${recovered.length} originals, decrypted into ${target}`)
  const { pages, damagedPages } = database
  say(`Database   ${pages === 0 ? 'none' : `${pages} pages, ${damagedPages.length} damaged`}`)
  if (damaged.length > 0) say(`Missing    ${damaged.length} originals; salvage.txt names them`)
  return damaged.length === 0
}
