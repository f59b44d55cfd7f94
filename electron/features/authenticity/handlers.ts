import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import { refusal } from '@bridge/refusal.ts'
import type { Dialogs } from '../../platform/dialogs.ts'
import { replaceFile } from '../../platform/durable-file.ts'
import { errorCode } from '../../platform/fault.ts'
import type { AuthenticityService } from './authenticity-service.ts'

export interface AuthenticityHandlersParts {
  authenticity: () => AuthenticityService
  dialogs: Dialogs
}

/** What the operating system says of a place where nothing may be written. */
const PLACE_CODES = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS'])

export function authenticityHandlers({
  authenticity,
  dialogs,
}: AuthenticityHandlersParts): Handlers<ChannelsOf<'authenticity'>> {
  return {
    'authenticity.test': async ({ messageId }) => {
      const { findings, score, keys } = await authenticity().test(messageId)
      return { findings, score, keys }
    },
    'authenticity.mark': ({ messageId, ...marked }) => {
      authenticity().mark(messageId, marked)
      return {}
    },
    'authenticity.listCopies': ({ messageId }) => ({ copies: authenticity().listCopies(messageId) }),
    'authenticity.compare': async ({ leftId, rightId }) => ({
      differences: await authenticity().compare(leftId, rightId),
    }),
    'authenticity.listKeys': () => ({ keys: authenticity().listKeys() }),
    'authenticity.addKeys': (looked) => authenticity().addKeys(looked),
    'authenticity.withdrawKey': ({ keyId }) => {
      authenticity().withdrawKey(keyId)
      return {}
    },
    'authenticity.saveLookup': async ({ caseId }) => {
      const { text, names, unread } = await authenticity().lookup(caseId)
      const path =
        names === 0 ? null : await dialogs.chooseSavePath('Redchop DKIM 公钥查询单 key look-up.txt')
      if (path === null) return { saved: false, names, unread }
      await replaceFile(path, Buffer.from(`\ufeff${text}`)).catch((cause: unknown) => {
        throw PLACE_CODES.has(errorCode(cause) ?? '') ? refusal('PLACE_REFUSED', { cause }) : cause
      })
      return { saved: true, names, unread }
    },
    'authenticity.getProvenance': ({ importId }) => ({ provenance: authenticity().getProvenance(importId) }),
    'authenticity.stateProvenance': ({ importId, provenance }) => {
      authenticity().stateProvenance(importId, provenance)
      return {}
    },
  }
}
