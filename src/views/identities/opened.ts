import type { IdentityDraft, Sender } from '@bridge/model/identity.ts'

/** What the dialog begins with: an entry of the table, a proposal, or nothing. */
export interface Opened {
  draft: IdentityDraft
  identityId?: string
  bases: Sender['proposal']['bases']
}
