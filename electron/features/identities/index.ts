export { identitiesHandlers } from './handlers.ts'
export { createIdentitiesService, type IdentitiesService } from './identities-service.ts'
