export { settingsHandlers } from './handlers.ts'
export { loadSettings, type SettingsService } from './settings-service.ts'
