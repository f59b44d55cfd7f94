export { createFindingService, type FindingService } from './finding-service.ts'
export { findingHandlers } from './handlers.ts'
