import type { BridgeEvents, EventName } from '@bridge/events.ts'
import { z } from 'zod'
import type { Fonts } from '../documents/pdf/fonts.ts'
import type { PdfRenderer } from '../documents/pdf/pdf-renderer.ts'
import { loadSettings } from '../features/settings/index.ts'
import { createChoices } from '../platform/choices.ts'
import { systemClock } from '../platform/clock.ts'
import type { Dialogs } from '../platform/dialogs.ts'
import { factId } from '../platform/facts.ts'
import { randomIds } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { appPaths } from '../platform/paths.ts'
import { startRun } from '../platform/run.ts'
import type { Kdf } from '../vault/argon2.ts'
import type { AuditActor } from '../vault/audit-entry.ts'
import { loadVault } from '../vault/load-vault.ts'
import type { StartWorker } from '../workers/worker-process.ts'
import { openDesk } from './desk.ts'
import { createHandlers } from './handlers.ts'
import { incidentCode } from './incident-code.ts'
import { createRouter } from './router.ts'
import { isOwnPage, type Sender } from './sender-check.ts'
import { createVaultSession } from './vault-session.ts'

export interface ProgramParts {
  /** Folder of the vault and the settings. */
  root: string
  kdf: Kdf
  migrationsFolder: string
  systemLocale: string
  version: string
  actor: AuditActor
  ownOrigin: string
  startWorker: StartWorker
  pdf: PdfRenderer
  fonts: Fonts
  dialogs: Dialogs
  send<E extends EventName>(name: E, payload: BridgeEvents[E]): void
}

export type Program = Awaited<ReturnType<typeof createProgram>>

/** The whole program but its host: what the window and the command line have in common. */
export async function createProgram(parts: ProgramParts) {
  const { send } = parts
  const [clock, ids] = [systemClock, randomIds]
  const log = createLog(clock, (line) => process.stderr.write(line))
  const choices = createChoices(ids)
  const app = `redchop ${parts.version}`
  const paths = appPaths(parts.root)
  const settings = await loadSettings(paths.settings, parts.systemLocale)
  const broadcast: Parameters<typeof openDesk>[1]['broadcast'] = (topics) => send('changed', { topics })

  const reportIncident = (where: string, cause: unknown): string => {
    const incident = ids.next()
    log(incidentCode(where, cause), { incident: factId(incident) })
    return incident
  }
  const vault = await loadVault({
    paths,
    migrationsFolder: parts.migrationsFolder,
    kdf: parts.kdf,
    clock,
    ids,
    run: startRun(ids),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    actor: parts.actor,
    app,
    onChange: (state) => {
      send('vault', { state })
      broadcast(['vault'])
    },
  })
  const session = createVaultSession({
    vault,
    choices,
    open: () =>
      openDesk(vault.opened(), {
        clock,
        ids,
        startWorker: parts.startWorker,
        pdf: parts.pdf,
        fonts: parts.fonts,
        app,
        tell: (job) => send('job', job),
        broadcast,
        log,
        reportIncident,
      }),
  })
  const handlers = createHandlers({ session, settings, dialogs: parts.dialogs, choices })
  const router = createRouter({
    handlers,
    ownOrigin: parts.ownOrigin,
    isLocked: session.isLocked,
    reportIncident,
    broadcast,
  })
  return {
    router,
    handlers,
    session,
    vault,
    choices: {
      ...choices,
      /** Files dropped on the page: a token, or null for what is no list of paths, no page of ours, or nothing at all. */
      keepDropped(sender: Sender, dropped: unknown): { token: string | null } {
        const paths = z.array(z.string().min(1)).min(1).max(10_000).safeParse(dropped)
        const welcome = isOwnPage(sender, parts.ownOrigin) && !session.isLocked()
        return { token: welcome && paths.success ? choices.keep('import', { paths: paths.data }) : null }
      },
    },
  }
}
