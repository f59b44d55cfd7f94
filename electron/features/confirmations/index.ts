export { type ConfirmationsService, createConfirmationsService } from './confirmations-service.ts'
export { confirmationsHandlers } from './handlers.ts'
export { ownWords } from './own-words.ts'
export { findStatement, listAnswers, listStatements, type StoredStatement } from './statements-store.ts'
