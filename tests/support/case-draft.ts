import type { CaseDraft } from '@bridge/model/case.ts'

/** What a lawyer might type about a case, with what the test cares about changed. */
export const caseDraft = (change: Partial<CaseDraft> = {}): CaseDraft => ({
  title: 'Pumps for Ningbo',
  reference: 'R-1',
  clientName: 'Seller GmbH',
  clientRole: 'creditor',
  clientMailboxes: ['seller.example'],
  counterpartyNameZh: '宁波宏达机械有限公司',
  counterpartyNameEn: 'Ningbo Hongda Machinery Co., Ltd.',
  counterpartyCode: '',
  counterpartyAddresses: [],
  counterpartyMailboxes: ['hongda.example.cn'],
  contractTitle: 'Sales Contract',
  contractNumber: 'PO-7',
  contractDate: null,
  claimMinor: null,
  claimCurrency: 'EUR',
  claimDueOn: null,
  forums: [],
  notes: '',
  ...change,
})
