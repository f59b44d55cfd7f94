export { type ChatService, createChatService } from './chat-service.ts'
export { chatHandlers } from './handlers.ts'
