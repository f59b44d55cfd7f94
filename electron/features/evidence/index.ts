export { addConversation, findConversation } from './conversations-store.ts'
export { createEvidenceService, type EvidenceService } from './evidence-service.ts'
export { evidenceHandlers } from './handlers.ts'
export { listIntakesOfMessage } from './intakes-store.ts'
export { getOriginal } from './originals.ts'
export { isSentBySql } from './sender-sql.ts'
export { nameSkipped } from './take-in.ts'
export { takeInLine } from './take-in-line.ts'
export {
  findMessage,
  findMessageRef,
  listAttachments,
  listMessageRefs,
  listPeople,
  type StoredMessage,
} from './view-store.ts'
