import { type CaseDraft, type CaseRecord, caseDraft } from '@bridge/model/case.ts'
import { parseMoney, toDecimal } from '../../lib/money.ts'

/** A case as its form holds it: sums and dates as typed, empty text for what is not known. */
export interface CaseFields extends Omit<CaseDraft, 'contractDate' | 'claimMinor' | 'claimDueOn'> {
  contractDate: string
  claimAmount: string
  claimDueOn: string
}

export const EMPTY_FIELDS: CaseFields = {
  title: '',
  reference: '',
  clientName: '',
  clientRole: 'creditor',
  clientMailboxes: [],
  counterpartyNameZh: '',
  counterpartyNameEn: '',
  counterpartyCode: '',
  counterpartyAddresses: [],
  counterpartyMailboxes: [],
  contractTitle: '',
  contractNumber: '',
  contractDate: '',
  claimAmount: '',
  claimCurrency: 'USD',
  claimDueOn: '',
  forums: [],
  notes: '',
}

/** A saved case as the form shows it. */
export const fieldsOf = (record: CaseRecord): CaseFields => {
  const { id, revision, createdAt, changedAt, archivedAt, claimMinor, contractDate, claimDueOn, ...same } =
    record
  return {
    ...same,
    claimAmount: claimMinor === null ? '' : toDecimal(claimMinor, record.claimCurrency),
    contractDate: contractDate ?? '',
    claimDueOn: claimDueOn ?? '',
  }
}

/** What is wrong with a field; worded by the form. */
export type FieldProblem =
  | { kind: 'required' | 'tooLong' | 'badMoney' | 'badDate' | 'badCurrency' }
  | { kind: 'badMailbox'; value: string }

export type CaseProblems = Partial<Record<keyof CaseFields, FieldProblem>>

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code)

/** Reads the form. `draft` is null exactly when there are problems. */
export function readFields(fields: CaseFields): { draft: CaseDraft | null; problems: CaseProblems } {
  const { claimAmount, contractDate, claimDueOn, ...same } = fields
  const problems: CaseProblems = {}
  const currency = fields.claimCurrency.trim().toUpperCase()
  const typed = claimAmount.trim()
  const claimMinor = typed && isCurrency(currency) ? parseMoney(typed, currency) : null
  if (typed && isCurrency(currency) && claimMinor === null) problems.claimAmount = { kind: 'badMoney' }
  if (!fields.counterpartyNameZh.trim() && !fields.counterpartyNameEn.trim())
    problems.counterpartyNameZh = { kind: 'required' }
  const parsed = caseDraft.safeParse({
    ...same,
    claimCurrency: currency,
    claimMinor,
    contractDate: contractDate || null,
    claimDueOn: claimDueOn || null,
  })
  for (const { path, code } of parsed.error?.issues ?? []) {
    const [field, at] = path
    if (typeof field === 'string' && isField(field)) problems[field] ??= problemOf(fields, field, at, code)
  }
  return { draft: Object.keys(problems).length === 0 && parsed.data ? parsed.data : null, problems }
}

/** The first field with a problem, in the order of the form. */
export const firstProblem = (problems: CaseProblems): keyof CaseFields | undefined =>
  Object.keys(EMPTY_FIELDS)
    .filter(isField)
    .find((field) => problems[field] !== undefined)

const isField = (name: string): name is keyof CaseFields => Object.hasOwn(EMPTY_FIELDS, name)

function problemOf(
  fields: CaseFields,
  field: keyof CaseFields,
  at: PropertyKey | undefined,
  code: string,
): FieldProblem {
  if (field === 'clientMailboxes' || field === 'counterpartyMailboxes')
    return { kind: 'badMailbox', value: typeof at === 'number' ? (fields[field][at] ?? '') : '' }
  if (field === 'contractDate' || field === 'claimDueOn') return { kind: 'badDate' }
  if (field === 'claimCurrency') return { kind: 'badCurrency' }
  return { kind: code === 'too_small' ? 'required' : 'tooLong' }
}

/** Fields in which two versions of a case differ. */
export const differing = (a: CaseFields, b: CaseFields): readonly (keyof CaseFields)[] =>
  Object.keys(EMPTY_FIELDS)
    .filter(isField)
    .filter((field) => asText(a[field]) !== asText(b[field]))

/** A field in one line, for comparing. */
export const asText = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value.trim() : value.join(', ')
