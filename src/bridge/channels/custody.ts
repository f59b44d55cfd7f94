import { z } from 'zod'
import { command } from '../define-channel.ts'
import { issuedReceipt, receiptVerdict } from '../model/receipt.ts'

export const custodyChannels = {
  'custody.export': command({
    summary:
      'Asks for a folder and writes the custody record there, the whole audit chain with the verifiers; null when the lawyer cancels.',
    input: z.object({}),
    output: z.object({ made: z.object({ name: z.string(), entries: z.int().positive() }).nullable() }),
    errors: ['PLACE_REFUSED'],
    touches: ['safekeeping'],
  }),
  'receipts.issue': command({
    summary:
      'Asks for a place and writes a receipt for the vault as it stands, a page with a QR code; null when the lawyer cancels.',
    input: z.object({}),
    output: z.object({ receipt: issuedReceipt.nullable() }),
    errors: ['PLACE_REFUSED', 'PRINT_FAILED'],
    touches: ['safekeeping'],
  }),
  'receipts.check': command({
    summary: 'Holds a receipt, typed, pasted or scanned, against the vault.',
    input: z.object({ text: z.string().max(4_000) }),
    output: z.object({
      verdict: receiptVerdict,
      /** What the receipt says; null for what is none. */
      seq: z.int().positive().nullable(),
      at: z.iso.datetime().nullable(),
    }),
    errors: [],
    touches: [],
  }),
}
