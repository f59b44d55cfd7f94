import type { ChannelsOf, Handlers, Input } from '@bridge/channels/index.ts'
import type { Progress } from '@bridge/model/job.ts'
import { refusal } from '@bridge/refusal.ts'
import { throttled } from '../../jobs/throttled.ts'
import type { Choices } from '../../platform/choices.ts'
import type { Dialogs } from '../../platform/dialogs.ts'
import type { KeyringSecret } from '../../vault/read-keys.ts'
import type { RestoreService } from './restore-service.ts'
import type { SafekeepingService } from './safekeeping-service.ts'

export interface SafekeepingHandlersParts {
  safekeeping: () => SafekeepingService
  restore: RestoreService
  dialogs: Dialogs
  choices: Choices
  tellRestore(progress: Progress): void
}

type SafekeepingHandlers = Handlers<ChannelsOf<'safekeeping'> | ChannelsOf<'backups'>>

export function safekeepingHandlers(
  parts: SafekeepingHandlersParts,
): SafekeepingHandlers & Handlers<ChannelsOf<'restore'>> {
  const { safekeeping, dialogs } = parts
  return {
    ...restoreHandlers(parts),
    'safekeeping.status': () => safekeeping().status(),
    'safekeeping.change': ({ idleMinutes, everyHours }) => {
      safekeeping().change({
        ...(idleMinutes === undefined ? {} : { idleMinutes }),
        ...(everyHours === undefined ? {} : { backupEveryHours: everyHours }),
      })
      return {}
    },
    'safekeeping.chooseFolder': async () => {
      const service = safekeeping()
      const folder = await dialogs.chooseFolder()
      if (folder !== null) await service.setFolder(folder)
      return { chosen: folder !== null }
    },
    'backups.make': () => safekeeping().make(),
    'backups.list': async () => ({ backups: await safekeeping().list() }),
  }
}

function restoreHandlers({
  restore,
  dialogs,
  choices,
  tellRestore,
}: SafekeepingHandlersParts): Handlers<ChannelsOf<'restore'>> {
  const withKeyFile = async (
    secret: Input<'restore.run'>['secret'],
    folder: string,
    backupId: string,
  ): Promise<KeyringSecret> => {
    const found = await restore.inspect(folder)
    if (secret.kind === 'recovery' || !found.find(({ id }) => id === backupId)?.needsKeyFile) return secret
    const [keyFile] = (await dialogs.chooseFiles('key-file')) ?? []
    return keyFile === undefined ? secret : { ...secret, keyFile }
  }
  return {
    'restore.inspect': async () => {
      const folder = await dialogs.chooseFolder()
      if (folder === null) return { token: null, backups: [] }
      return { token: choices.keep('restore', { folder }), backups: await restore.inspect(folder) }
    },
    'restore.run': async ({ token, backupId, secret }) => {
      const chosen = choices.look('restore', token)
      if (!chosen) throw refusal('CHOICE_EXPIRED')
      const { folder } = chosen
      return restore.run({
        folder,
        backupId,
        secret: await withKeyFile(secret, folder, backupId),
        onProgress: throttled(tellRestore),
      })
    },
  }
}
