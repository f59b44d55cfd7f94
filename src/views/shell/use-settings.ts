import type { Settings } from '@bridge/channels/settings.ts'
import { useQuery } from '../../ipc/use-query.ts'

/** As the system has it, until main has answered. */
const SYSTEM: Settings = {
  locale: navigator.language.startsWith('zh') ? 'zh-CN' : 'en',
  colorScheme: 'auto',
  density: 'comfortable',
}

/** Language, colours and density of this computer. */
export const useSettings = (): Settings => useQuery('settings.get', {}).data ?? SYSTEM
