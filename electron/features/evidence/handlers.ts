import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import { refusal } from '@bridge/refusal.ts'
import { cleanFileName } from '../../files/index.ts'
import type { Choices } from '../../platform/choices.ts'
import type { Dialogs } from '../../platform/dialogs.ts'
import { replaceFile } from '../../platform/durable-file.ts'
import type { EvidenceService } from './evidence-service.ts'

export interface EvidenceHandlersParts {
  evidence: () => EvidenceService
  dialogs: Dialogs
  choices: Choices
}

export function evidenceHandlers({
  evidence,
  dialogs,
  choices,
}: EvidenceHandlersParts): Handlers<ChannelsOf<'evidence'>> {
  return {
    'evidence.choose': async ({ what }) => {
      const folder = what === 'folder' ? await dialogs.chooseFolder() : null
      const paths = what === 'folder' ? folder && [folder] : await dialogs.chooseFiles()
      return { token: paths && paths.length > 0 ? choices.keep('import', { paths }) : null }
    },
    'evidence.import': ({ caseId, token }) => {
      const paths = choices.take('import', token)?.paths
      if (!paths) throw refusal('CHOICE_EXPIRED')
      return evidence().import(caseId, paths)
    },
    'evidence.list': (page) => evidence().list(page),
    'evidence.countByFilter': (page) => evidence().countByFilter(page),
    'evidence.findIn': (asked) => evidence().findIn(asked),
    'evidence.findInAttachment': (asked) => evidence().findInAttachment(asked),
    'evidence.get': ({ messageId }) => evidence().get(messageId),
    'evidence.listImports': ({ caseId }) => ({ imports: evidence().listImports(caseId) }),
    'evidence.getReceipt': (page) => evidence().getReceipt(page),
    'evidence.saveOriginal': async ({ messageId, partPath }) => {
      const { name, bytes } = await bytesToSave(evidence(), messageId, partPath)
      const path = await dialogs.chooseSavePath(cleanFileName(name))
      if (path === null) return { saved: false }
      await replaceFile(path, bytes)
      return { saved: true }
    },
  }
}

async function bytesToSave(evidence: EvidenceService, messageId: string, partPath: string | null) {
  if (partPath === null) {
    const { bytes, extension } = await evidence.originalFile(messageId)
    return { name: `${messageId}${extension}`, bytes }
  }
  const part = await evidence.part(messageId, partPath)
  return { name: part.fileName || `${partPath}.bin`, bytes: part.bytes }
}
