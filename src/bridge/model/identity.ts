import { z } from 'zod'
import { mailboxPattern } from './case.ts'
import { messageRef } from './statement.ts'

/** Whose an identity is. */
export const SIDES = ['client', 'counterparty', 'third-party'] as const
export const side = z.enum(SIDES)
export type Side = z.infer<typeof side>

/** What kind of address a person is reached at: a mail domain, one mailbox, an account of a messenger, a telephone. */
export const IDENTITY_KINDS = [
  'domain',
  'email',
  'wechat',
  'whatsapp',
  'alibaba-chat',
  'phone',
  'other',
] as const
export const identityKind = z.enum(IDENTITY_KINDS)
export type IdentityKind = z.infer<typeof identityKind>

/** Why an address is held to be somebody's: what a court asks for before it lets a mail speak against a company. */
export const BASIS_KINDS = [
  'contract-clause',
  'signature-block',
  'domain',
  'order',
  'business-card',
  'company-register',
  'admission',
  'other',
] as const
export const basisKind = z.enum(BASIS_KINDS)
export type BasisKind = z.infer<typeof basisKind>

const line = z.string().trim().max(300)

/** All a lawyer says about one identity. The value is compared in lower case, an account as it is written. */
export const identityFields = z.object({
  side,
  kind: identityKind,
  value: line.min(1),
  companyZh: line,
  companyEn: line,
  person: line,
  position: line,
})
export const identityDraft = identityFields.refine(isWellFormed, { path: ['value'] })
export type IdentityDraft = z.infer<typeof identityDraft>

/** A domain has no `@`, an address one; nobody can say of another form whose it is. */
function isWellFormed({ kind, value }: { kind: IdentityKind; value: string }): boolean {
  if (kind !== 'domain' && kind !== 'email') return true
  return mailboxPattern.safeParse(value).success && value.includes('@') === (kind === 'email')
}

export const basisDraft = z.object({
  kind: basisKind,
  /** The message or document that shows it; null where it is not in the case. */
  messageId: z.uuid().nullable(),
  /** The passage, word for word as it stands in the message; may be empty. */
  quote: z.string().trim().max(2_000),
  note: z.string().trim().max(2_000),
})
export type BasisDraft = z.infer<typeof basisDraft>

export const basis = basisDraft.omit({ messageId: true }).extend({
  id: z.uuid(),
  message: messageRef.nullable(),
})
export type Basis = z.infer<typeof basis>

/** What makes one doubt that a sender is who he seems; signs to look at, never a finding. */
export const SENDER_FLAGS = [
  'LOOKALIKE_DOMAIN',
  'PUNYCODE_DOMAIN',
  'NAME_IS_ANOTHER_ADDRESS',
  'HIDDEN_CHARACTERS',
  'REPLY_GOES_ELSEWHERE',
  'PERSON_HAS_OTHER_ADDRESS',
  'FREE_MAIL',
] as const

/** In what a domain resembles another: letters that look alike, a slip of the pen, a piece added, another ending, mixed scripts. */
export const LIKENESSES = ['homoglyph', 'typo', 'added', 'ending', 'scripts'] as const
export const likeness = z.enum(LIKENESSES)
export type Likeness = z.infer<typeof likeness>

export const senderFlag = z.object({
  code: z.enum(SENDER_FLAGS),
  /** The address that gave the sign. */
  address: z.string(),
  /** The domain or address it resembles, or names, or answers go to; null where there is none. */
  other: z.string().nullable(),
  /** How a domain resembles `other`; null for every other sign. */
  likeness: likeness.nullable(),
})
export type SenderFlag = z.infer<typeof senderFlag>

/** How often an address stands in the correspondence, and since when. */
export const seen = z.object({
  sentCount: z.int(),
  /** As To, Cc, Bcc or Reply-To. */
  namedCount: z.int(),
  firstAt: z.iso.datetime().nullable(),
  lastAt: z.iso.datetime().nullable(),
})
export type Seen = z.infer<typeof seen>

export const identity = identityFields.extend({
  id: z.uuid(),
  bases: z.array(basis),
  flags: z.array(senderFlag),
  /** Null where it cannot be counted: an account or a telephone has no header. */
  seen: seen.nullable(),
})
export type Identity = z.infer<typeof identity>

/** An address of the correspondence that is no identity yet, and what the app would make of it. The lawyer accepts or not. */
export const sender = z.object({
  address: z.string(),
  /** Display names it was used with, the most frequent first. */
  names: z.array(z.string()),
  seen,
  /** Whose it is by its domain; null where nothing is known. */
  side: side.nullable(),
  flags: z.array(senderFlag),
  proposal: z.object({
    draft: identityFields,
    bases: z.array(basis.omit({ id: true })),
  }),
})
export type Sender = z.infer<typeof sender>

/** Languages a sheet is printed in. */
export const sheetLanguage = z.enum(['zh', 'en', 'both'])
export type SheetLanguage = z.infer<typeof sheetLanguage>
