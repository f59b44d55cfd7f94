import { basename } from 'node:path'
import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import type { Dialogs } from '../../platform/dialogs.ts'
import type { CustodyService } from './custody-service.ts'

export interface CustodyHandlersParts {
  custody: () => CustodyService
  dialogs: Dialogs
}

export function custodyHandlers({
  custody,
  dialogs,
}: CustodyHandlersParts): Handlers<ChannelsOf<'custody' | 'receipts'>> {
  return {
    'custody.export': async () => {
      custody()
      const folder = await dialogs.chooseFolder()
      if (folder === null) return { made: null }
      const { path, size } = await custody().exportRecord(folder)
      return { made: { name: basename(path), entries: size } }
    },
    'receipts.issue': async () => {
      custody()
      const path = await dialogs.chooseSavePath('Redchop 保管回执 receipt.pdf')
      return { receipt: path === null ? null : await custody().issueReceipt(path) }
    },
    'receipts.check': async ({ text }) => {
      const { verdict, receipt } = await custody().checkReceipt(text)
      return { verdict, seq: receipt?.seq ?? null, at: receipt?.at ?? null }
    },
  }
}
