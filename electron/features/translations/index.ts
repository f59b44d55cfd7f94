export { translationsHandlers } from './handlers.ts'
export { listStandings } from './list-standings.ts'
export { createTranslationsService, type TranslationsService } from './translations-service.ts'
export { listTranslationsOf } from './translations-store.ts'
