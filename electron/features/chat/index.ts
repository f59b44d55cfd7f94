export { type ChatService, createChatService } from './chat-service.ts'
export { findStoredReading } from './chat-store.ts'
export { chatHandlers } from './handlers.ts'
export { countLines, listLinesAround } from './lines-store.ts'
