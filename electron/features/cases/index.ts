export { findCase, listMailboxes } from './cases-store.ts'
export { type CasesService, createCasesService } from './cases-service.ts'
export { casesHandlers } from './handlers.ts'
export { isMailboxOf } from './mailbox-match.ts'
