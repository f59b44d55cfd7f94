import { resolve } from 'node:path'
import type { Desk } from '../ipc/desk.ts'

export type CustodyCommand = 'custody' | 'receipt' | 'check-receipt'

export const isCustodyCommand = (command: string | undefined): command is CustodyCommand =>
  command === 'custody' || command === 'receipt' || command === 'check-receipt'

/** What is handed out of an open vault, or held against it. True where that is in order. */
export async function runCustody(
  { custody }: Pick<Desk, 'custody'>,
  command: CustodyCommand,
  target: string,
  say: (line: string) => void,
): Promise<boolean> {
  if (command === 'custody') {
    const { path, size, head, root } = await custody.exportRecord(resolve(target))
    say(`Custody    ${size} entries, head ${head}, root ${root}`)
    say(`They lie in ${path}`)
    return true
  }
  if (command === 'receipt') {
    const { text } = await custody.issueReceipt(resolve(target))
    say(`Receipt    ${text}`)
    say(`It lies in ${resolve(target)}`)
    return true
  }
  const { verdict, receipt } = await custody.checkReceipt(target)
  say(`Receipt    ${verdict}${receipt ? `  entry ${receipt.seq}, issued ${receipt.at}` : ''}`)
  return verdict === 'MATCHES'
}
