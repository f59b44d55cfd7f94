export { type CasesService, createCasesService, type ServiceParts } from './cases-service.ts'
export { advanceRevision, findCase } from './cases-store.ts'
export { casesHandlers } from './handlers.ts'
export {
  addIdentity,
  changeIdentity,
  findIdentity,
  identityKey,
  listIdentities,
  listKnownIdentities,
  listMailboxes,
  removeIdentity,
  type StoredIdentity,
} from './identities-store.ts'
export { isMailboxOf, isWithin, type Mailboxes } from './mailbox-match.ts'
export { isMailboxOfSql } from './mailbox-sql.ts'
