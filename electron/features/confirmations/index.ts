export { type ConfirmationsService, createConfirmationsService } from './confirmations-service.ts'
export { confirmationsHandlers } from './handlers.ts'
export { findStatement, listAnswers, type StoredStatement } from './statements-store.ts'
