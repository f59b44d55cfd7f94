import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { SettingsService } from './settings-service.ts'

export function settingsHandlers(settings: SettingsService): Handlers<ChannelsOf<'settings'>> {
  return {
    'settings.get': () => settings.get(),
    'settings.change': async (change) => {
      await settings.change(change)
      return {}
    },
  }
}
