export { readingsHandlers } from './handlers.ts'
export { createReadingsService, type ReadingsService } from './readings-service.ts'
