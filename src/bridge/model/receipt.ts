import { z } from 'zod'

/**
 * What a receipt shows of the vault: it holds what it held then; it ends before the receipt does, so an earlier state was put
 * back; the receipt is of another vault; the entries up to it were written anew; or the text is no receipt, or mistyped.
 */
export const receiptVerdict = z.enum([
  'MATCHES',
  'LATER_THAN_VAULT',
  'ANOTHER_VAULT',
  'DIFFERENT_HISTORY',
  'NOT_A_RECEIPT',
])
export type ReceiptVerdict = z.infer<typeof receiptVerdict>

export const issuedReceipt = z.object({
  /** The line in the QR code. */
  text: z.string(),
  /** Number of the newest entry it covers. */
  seq: z.int().positive(),
  at: z.iso.datetime(),
})
export type IssuedReceipt = z.infer<typeof issuedReceipt>
