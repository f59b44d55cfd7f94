export { systemTimer, type Timer } from './backup-schedule.ts'
export { safekeepingHandlers } from './handlers.ts'
export { createRestoreService, type RestoreService } from './restore-service.ts'
export { createSafekeepingService, type SafekeepingService } from './safekeeping-service.ts'
