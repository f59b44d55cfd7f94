export {
  type AuthenticityService,
  createAuthenticityService,
  type TestedMessage,
} from './authenticity-service.ts'
export { authenticityHandlers } from './handlers.ts'
export { findProvenance } from './provenances-store.ts'
