import type { CaseRecord } from '@bridge/model/case.ts'
import type { Basis, IdentityDraft, Side } from '@bridge/model/identity.ts'
import type { Signature } from '../../rules/identity/signature.ts'

/** What is known of an address that is no identity yet. */
export interface Known {
  matter: CaseRecord
  address: string
  names: readonly string[]
  /** Whose it is by its domain, and which domain that is; null where nothing is known or the domain imitates another. */
  byDomain: { side: Side; domain: string } | null
  signature: Signature | null
  /** Whether a paper of the contract names it. */
  inContract: boolean
}

export interface ProposedBasis extends Pick<Basis, 'kind' | 'quote' | 'note'> {
  from: 'signature' | 'contract' | null
}

/** What the app would say of an address: a draft to look at, never entered by itself. */
export function proposeIdentity(known: Known): { draft: IdentityDraft; bases: ProposedBasis[] } {
  const { matter, address, names, byDomain, signature } = known
  const side = byDomain?.side ?? sideBySignature(matter, signature) ?? 'third-party'
  const own = companyOf(matter, side)
  const person = names.find((name) => !name.includes('@') && !isCompany(name, own)) ?? ''
  return {
    draft: {
      side,
      kind: 'email',
      value: address,
      companyZh: own.zh || (signature?.companyZh ?? ''),
      companyEn: own.en || (signature?.companyEn ?? ''),
      person,
      position: signature?.position ?? '',
    },
    bases: basesOf(known),
  }
}

function basesOf({ byDomain, signature, inContract }: Known): ProposedBasis[] {
  const bases: ProposedBasis[] = []
  if (inContract) bases.push({ kind: 'contract-clause', quote: '', note: '', from: 'contract' })
  if (signature) bases.push({ kind: 'signature-block', quote: signature.quote, note: '', from: 'signature' })
  if (byDomain) bases.push({ kind: 'domain', quote: '', note: byDomain.domain, from: null })
  return bases
}

/** Brackets of either width, spaces and points left out: as a company's name is compared. */
const companyKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,()]+/gu, '')

function sideBySignature(matter: CaseRecord, signature: Signature | null): Side | null {
  if (!signature) return null
  const named = [signature.companyZh, signature.companyEn].filter(Boolean).map(companyKey)
  const isNamed = (name: string): boolean => name !== '' && named.includes(companyKey(name))
  if (isNamed(matter.counterpartyNameZh) || isNamed(matter.counterpartyNameEn)) return 'counterparty'
  return isNamed(matter.clientName) ? 'client' : null
}

function companyOf(matter: CaseRecord, side: Side): { zh: string; en: string } {
  if (side === 'counterparty') return { zh: matter.counterpartyNameZh, en: matter.counterpartyNameEn }
  if (side === 'third-party') return { zh: '', en: '' }
  const isChinese = /\p{Script=Han}/u.test(matter.clientName)
  return isChinese ? { zh: matter.clientName, en: '' } : { zh: '', en: matter.clientName }
}

const isCompany = (name: string, own: { zh: string; en: string }): boolean =>
  [own.zh, own.en].some((company) => company !== '' && companyKey(company) === companyKey(name))
