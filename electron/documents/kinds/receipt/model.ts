/** Everything a receipt says: numbers and hashes, nothing of a case. */
export interface ReceiptPage {
  storeId: string
  /** Number of entries of the audit chain that it covers. */
  seq: number
  /** Hash of the newest of them, and root of the Merkle tree over all; lower-case hex. */
  head: string
  root: string
  /** ISO instant of the issue. */
  at: string
  /** The line in the QR code and below it. */
  text: string
}
