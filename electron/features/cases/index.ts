export { type CasesService, createCasesService, type ServiceParts } from './cases-service.ts'
export { findCase, listMailboxes } from './cases-store.ts'
export { casesHandlers } from './handlers.ts'
export { isMailboxOf } from './mailbox-match.ts'
