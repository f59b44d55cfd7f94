export { listChatSides } from './chat-sides-store.ts'
export { addConversation, findConversation } from './conversations-store.ts'
export { listCustodyOf } from './custody-store.ts'
export { documentPart, originalExtension } from './document-part.ts'
export { createEvidenceService, type EvidenceService } from './evidence-service.ts'
export { answersQuery } from './find-places.ts'
export { fingerprintOf } from './fingerprint.ts'
export { evidenceHandlers } from './handlers.ts'
export { addImport, endImport, findReceipt, findSourceName, listIntakesOfMessage } from './intakes-store.ts'
export { addReadMessage } from './messages-store.ts'
export { addOriginal, FILE_FROM_BYTES, getOriginal } from './originals.ts'
export { isRestedOn } from './rested-on.ts'
export { readQuery } from './search-query.ts'
export { isSentBySql } from './sender-sql.ts'
export { listStatementStates } from './statement-states-store.ts'
export { nameSkipped } from './take-in.ts'
export { addTranscribed, takeInLine } from './take-in-line.ts'
export { isSheetSql, takeInSheet } from './take-in-sheet.ts'
export {
  findMessage,
  findMessageRef,
  listAttachments,
  listMessageRefs,
  listPeople,
  type StoredMessage,
} from './view-store.ts'
