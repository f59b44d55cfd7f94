import { buyer, niePrivate, seller } from './cast.ts'
import { deal, euros } from './deal.ts'
import { exhibitGroups } from './exhibit-groups.ts'
import { statements } from './statements.ts'

/** What every exhibit of this case shares: an e-mail printed straight from the data (Evidence Provisions art. 15). */
const printedMail = { kind: 'electronic-data', originality: 'original', copies: 1, notes: { zh: '', en: '' } }

/**
 * What a lawyer would type about the case, in the shape of the product's case draft, statements, and exhibit wording.
 * The headless demo reads it from `resources/sample-case/case.json`.
 */
export const caseFile = {
  case: {
    title: 'Ohlenrieth ./. 东澜骞砺',
    reference: 'DEMO-2026-001',
    clientName: seller.name,
    clientRole: 'creditor',
    clientMailboxes: [seller.domain],
    counterpartyNameZh: buyer.nameZh,
    counterpartyNameEn: buyer.name,
    counterpartyCode: buyer.creditCode,
    counterpartyAddresses: [buyer.addressZh, buyer.address],
    counterpartyMailboxes: [buyer.domain, niePrivate.address],
    contractTitle: '销售合同 / Sales Contract',
    contractNumber: deal.contractNumber,
    contractDate: deal.contractDate,
    claimMinor: deal.openMinor,
    claimCurrency: 'EUR',
    claimDueOn: deal.dueDate,
    forums: ['prc-court'],
    notes: `Invented sample case. Price EUR ${euros(deal.totalMinor)} after the change of June 2025, less EUR ${euros(deal.advanceMinor)} in advance and EUR ${euros(deal.partPaidMinor)} paid on 2025-11-28.`,
  },
  settings: {
    language: 'both',
    numberStyle: 'chinese',
    numbering: 'continuous',
    tribunal: '东澜市中级人民法院',
    caseNumber: '',
    submitter: seller.name,
    submitterRole: 'plaintiff',
    submittedOn: '2026-10-12',
    showKind: true,
    showOriginality: false,
  },
  statements,
  groups: exhibitGroups.map((group) => ({
    ...group,
    exhibits: group.exhibits.map((exhibit) => ({ ...printedMail, ...exhibit })),
  })),
}
