export { createDraftsService, type DraftsService } from './drafts-service.ts'
export { draftsHandlers } from './handlers.ts'
