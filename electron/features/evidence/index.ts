export { addConversation, findConversation } from './conversations-store.ts'
export { createEvidenceService, type EvidenceService } from './evidence-service.ts'
export { evidenceHandlers } from './handlers.ts'
export { addImport, endImport, findReceipt, listIntakesOfMessage } from './intakes-store.ts'
export { addReadMessage } from './messages-store.ts'
export { addOriginal, FILE_FROM_BYTES, getOriginal } from './originals.ts'
export { readQuery } from './search-query.ts'
export { isSentBySql } from './sender-sql.ts'
export { nameSkipped } from './take-in.ts'
export { addTranscribed, takeInLine } from './take-in-line.ts'
export { takeInSheet } from './take-in-sheet.ts'
export {
export { listStatementStates } from './statement-states-store.ts'
  findMessage,
  findMessageRef,
  listAttachments,
  listMessageRefs,
  listPeople,
  type StoredMessage,
} from './view-store.ts'
