export { originalityHandlers } from './handlers.ts'
export { createOriginalityService, type OriginalityService } from './originality-service.ts'
