import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Settings, settings as schema } from '@bridge/channels/settings.ts'
import { makeFolder, replaceFile } from '../../platform/durable-file.ts'

export interface SettingsService {
  get(): Settings
  change(change: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<void>
}

/**
 * How the app looks on this computer, in one small file outside the vault. A file that cannot be read counts as none: the
 * defaults come back, in the language of the system.
 */
export async function loadSettings(path: string, systemLocale: string): Promise<SettingsService> {
  const defaults: Settings = {
    locale: systemLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    colorScheme: 'auto',
    density: 'comfortable',
  }
  let current = { ...defaults, ...(await readStored(path)) }
  return {
    get: () => current,
    async change(change) {
      current = {
        locale: change.locale ?? current.locale,
        colorScheme: change.colorScheme ?? current.colorScheme,
        density: change.density ?? current.density,
      }
      await makeFolder(dirname(path))
      await replaceFile(path, Buffer.from(`${JSON.stringify(current, null, 2)}\n`))
    },
  }
}

async function readStored(path: string): Promise<object> {
  try {
    const parsed = schema.partial().safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}
