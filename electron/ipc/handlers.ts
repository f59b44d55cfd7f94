import type { Handlers } from '@bridge/channels/index.ts'
import type { Progress } from '@bridge/model/job.ts'
import { authenticityHandlers } from '../features/authenticity/index.ts'
import { casesHandlers } from '../features/cases/index.ts'
import { chatHandlers } from '../features/chat/index.ts'
import { confirmationsHandlers } from '../features/confirmations/index.ts'
import { custodyHandlers } from '../features/custody/index.ts'
import { draftsHandlers } from '../features/drafts/index.ts'
import { evidenceHandlers } from '../features/evidence/index.ts'
import { exhibitsHandlers } from '../features/exhibits/index.ts'
import { findingHandlers } from '../features/finding/index.ts'
import { forumsHandlers } from '../features/forums/index.ts'
import { identitiesHandlers } from '../features/identities/index.ts'
import { originalityHandlers } from '../features/originality/index.ts'
import { readingsHandlers } from '../features/readings/index.ts'
import { type RestoreService, safekeepingHandlers } from '../features/safekeeping/index.ts'
import { type SettingsService, settingsHandlers } from '../features/settings/index.ts'
import { translationsHandlers } from '../features/translations/index.ts'
import type { BriefClipboard } from '../platform/brief-clipboard.ts'
import type { Choices } from '../platform/choices.ts'
import type { Dialogs } from '../platform/dialogs.ts'
import type { VaultSession } from './vault-session.ts'

export interface HandlersParts {
  session: VaultSession
  settings: SettingsService
  dialogs: Dialogs
  choices: Choices
  restore: RestoreService
  clipboard: BriefClipboard
  tellRestore(progress: Progress): void
}

/** One handler for each declared channel; the type is exhaustive, so that a missing or extra one does not compile. */
export function createHandlers({
  session,
  settings,
  dialogs,
  choices,
  restore,
  clipboard,
  tellRestore,
}: HandlersParts): Handlers {
  const desk = session.desk
  return {
    ...session.handlers,
    ...settingsHandlers(settings),
    ...casesHandlers(() => desk().cases),
    ...evidenceHandlers({ evidence: () => desk().evidence, dialogs, choices }),
    ...readingsHandlers(() => desk().readings),
    ...chatHandlers({ chat: () => desk().chat, dialogs, choices }),
    ...confirmationsHandlers(() => desk().confirmations),
    ...identitiesHandlers(() => desk().identities),
    ...translationsHandlers(() => desk().translations),
    ...findingHandlers(() => desk().finding),
    ...exhibitsHandlers({ exhibits: () => desk().exhibits, dialogs, choices }),
    ...forumsHandlers(() => desk().forums),
    ...authenticityHandlers({ authenticity: () => desk().authenticity, dialogs }),
    ...originalityHandlers({ originality: () => desk().originality, dialogs }),
    ...custodyHandlers({ custody: () => desk().custody, dialogs }),
    ...safekeepingHandlers({
      safekeeping: () => desk().safekeeping,
      ...{ restore, dialogs, choices, tellRestore },
    }),
    ...draftsHandlers(() => desk().drafts),
    'clipboard.copy': async ({ text }) => {
      await clipboard.copy(text)
      return {}
    },
    'jobs.list': () => ({ jobs: desk().jobs.list() }),
    'jobs.cancel': ({ jobId }) => {
      desk().jobs.cancel(jobId)
      return {}
    },
  }
}
