import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Settings, settings as schema } from '@bridge/channels/settings.ts'
import { makeFolder, replaceFile } from '../../platform/durable-file.ts'

type Change = { [K in keyof Settings]?: Settings[K] | undefined }

export interface SettingsService {
  get(): Settings
  /** Holds from the moment it is written down; one change after the other. */
  change(change: Change): Promise<void>
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
  let current: Settings = { ...defaults, ...(await readStored(path)) }
  let before: Promise<unknown> = Promise.resolve()

  const write = async (change: Change): Promise<void> => {
    const next = {
      locale: change.locale ?? current.locale,
      colorScheme: change.colorScheme ?? current.colorScheme,
      density: change.density ?? current.density,
    }
    await makeFolder(dirname(path))
    await replaceFile(path, Buffer.from(`${JSON.stringify(next, null, 2)}\n`))
    current = next
  }

  return {
    get: () => current,
    change(change) {
      const written = before.then(() => write(change))
      before = written.catch(() => undefined)
      return written
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
