import type { FakeHandlers } from './fake-handlers.ts'

/** A receipt whose check digits are right, for entry 120. */
const AT = '2026-11-21T09:00:00.000Z'

export const custodyHandlers: FakeHandlers<'custody' | 'receipts'> = {
  'custody.export': () => ({ made: { name: 'redchop-custody 2026-11-21', entries: 120 } }),
  'receipts.issue': () => ({ receipt: { text: 'REDCHOP-RECEIPT-1', seq: 120, at: AT } }),
  'receipts.check': ({ text }) =>
    text.startsWith('REDCHOP-RECEIPT-1')
      ? { verdict: text.includes('seq=999') ? 'LATER_THAN_VAULT' : 'MATCHES', seq: 120, at: AT }
      : { verdict: 'NOT_A_RECEIPT', seq: null, at: null },
}
