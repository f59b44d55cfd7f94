import type { ReceiptVerdict } from '@bridge/model/receipt.ts'
import type { Reader } from '../../store/store.ts'
import { createMerkleRoot } from '../../vault/merkle.ts'
import { findHead } from './custody-store.ts'
import { readChain } from './read-chain.ts'
import { parseReceipt, type Receipt } from './receipt-text.ts'

export interface CheckedReceipt {
  verdict: ReceiptVerdict
  /** What the receipt says; null for what is none. */
  receipt: Receipt | null
}

/**
 * Holds a receipt against the vault: whether the entries up to its number are still, to the last bit, those it was issued
 * for. A vault that was put back to an earlier state ends before the receipt does.
 */
export async function checkReceipt(reader: Reader, storeId: string, text: string): Promise<CheckedReceipt> {
  const receipt = parseReceipt(text)
  if (!receipt) return { verdict: 'NOT_A_RECEIPT', receipt: null }
  if (receipt.storeId !== storeId) return { verdict: 'ANOTHER_VAULT', receipt }
  if (receipt.seq > (findHead(reader)?.seq ?? 0)) return { verdict: 'LATER_THAN_VAULT', receipt }
  const root = createMerkleRoot()
  let head = ''
  let count = 0
  await readChain(reader, receipt.seq, (_line, hash) => {
    root.add(hash)
    head = hash
    count += 1
  })
  const isSame = count === receipt.seq && head === receipt.head && root.root() === receipt.root
  return { verdict: isSame ? 'MATCHES' : 'DIFFERENT_HISTORY', receipt }
}
