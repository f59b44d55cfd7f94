import type { ChannelsOf, Handlers } from '@bridge/channels/index.ts'
import { refusal } from '@bridge/refusal.ts'
import type { Choices } from '../../platform/choices.ts'
import type { Dialogs } from '../../platform/dialogs.ts'
import type { ExhibitsService } from './exhibits-service.ts'

export interface ExhibitsHandlersParts {
  exhibits: () => ExhibitsService
  dialogs: Dialogs
  choices: Choices
}

type ExhibitHandlers = Handlers<ChannelsOf<'exhibits'>>
type ExportName = Extract<
  keyof ExhibitHandlers,
  `${string}Export${string}` | `${string}.export` | `${string}Destination`
>

export function exhibitsHandlers(parts: ExhibitsHandlersParts): ExhibitHandlers {
  const { exhibits } = parts
  return {
    ...exportHandlers(parts),
    'exhibits.get': ({ caseId }) => exhibits().get(caseId),
    'exhibits.changeSettings': ({ caseId, settings }) => {
      exhibits().changeSettings(caseId, settings)
      return {}
    },
    'exhibits.addFromStatements': ({ caseId, statementIds, groupId }) => ({
      exhibitIds: exhibits().addFromStatements(caseId, statementIds, groupId),
    }),
    'exhibits.addFromMessages': ({ caseId, messageIds, ...destination }) => ({
      exhibitIds: exhibits().addFromMessages(caseId, messageIds, destination),
    }),
    'exhibits.change': ({ exhibitId, wording }) => {
      exhibits().change(exhibitId, wording)
      return {}
    },
    'exhibits.move': ({ exhibitId, groupId, position }) => {
      exhibits().move(exhibitId, groupId, position)
      return {}
    },
    'exhibits.sortByDate': ({ caseId }) => {
      exhibits().sortByDate(caseId)
      return {}
    },
    'exhibits.remove': ({ exhibitId }) => {
      exhibits().remove(exhibitId)
      return {}
    },
    'exhibits.addGroup': ({ caseId, wording }) => ({ groupId: exhibits().addGroup(caseId, wording) }),
    'exhibits.changeGroup': ({ groupId, wording }) => {
      exhibits().changeGroup(groupId, wording)
      return {}
    },
    'exhibits.moveGroup': ({ groupId, position }) => {
      exhibits().moveGroup(groupId, position)
      return {}
    },
    'exhibits.removeGroup': ({ groupId }) => {
      exhibits().removeGroup(groupId)
      return {}
    },
  }
}

function exportHandlers({
  exhibits,
  dialogs,
  choices,
}: ExhibitsHandlersParts): Pick<ExhibitHandlers, ExportName> {
  return {
    'exhibits.chooseDestination': async ({ caseId, form }) => {
      exhibits().get(caseId)
      const folder = await dialogs.chooseFolder()
      return { token: folder === null ? null : choices.keep('export', { folder, form }) }
    },
    'exhibits.export': ({ caseId, token }) => {
      const chosen = choices.take('export', token)
      if (!chosen) throw refusal('CHOICE_EXPIRED')
      return exhibits().export(caseId, chosen.folder, chosen.form)
    },
    'exhibits.listExports': ({ caseId }) => ({ exports: exhibits().listExports(caseId) }),
    'exhibits.revealExport': ({ exportId }) => {
      dialogs.reveal(exhibits().getExportLocation(exportId))
      return {}
    },
  }
}
