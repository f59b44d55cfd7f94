export {
  type AuthenticityService,
  createAuthenticityService,
} from './authenticity-service.ts'
export { authenticityHandlers } from './handlers.ts'
export { findProvenance } from './provenances-store.ts'
