import { basename } from 'node:path'
import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { Dialogs } from '../../platform/dialogs.ts'
import type { OriginalityService } from './originality-service.ts'

export interface OriginalityHandlersParts {
  originality: () => OriginalityService
  dialogs: Dialogs
}

export function originalityHandlers({
  originality,
  dialogs,
}: OriginalityHandlersParts): Handlers<ChannelsOf<'originality'>> {
  return {
    'originality.make': async ({ exhibitId }) => {
      originality().check(exhibitId)
      const folder = await dialogs.chooseFolder()
      return {
        made: folder === null ? null : { name: basename(await originality().make(exhibitId, folder)) },
      }
    },
  }
}
