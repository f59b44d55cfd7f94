export { type ChatService, createChatService } from './chat-service.ts'
export { listReadings } from './chat-store.ts'
export { chatHandlers } from './handlers.ts'
export { countLines, listLinesAround } from './lines-store.ts'
