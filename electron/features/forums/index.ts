export { createForumsService, type ForumsService } from './forums-service.ts'
export { forumsHandlers } from './handlers.ts'
