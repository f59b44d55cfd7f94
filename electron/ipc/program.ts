import type { VaultState } from '@bridge/channels/vault.ts'
import type { BridgeEvents, EventName } from '@bridge/events.ts'
import { z } from 'zod'
import type { Fonts } from '../documents/pdf/fonts.ts'
import type { PdfRenderer } from '../documents/pdf/pdf-renderer.ts'
import { createRestoreService, systemTimer } from '../features/safekeeping/index.ts'
import { loadSettings } from '../features/settings/index.ts'
import { type BriefClipboard, noClipboard } from '../platform/brief-clipboard.ts'
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
import { settleRestore } from '../vault/backup/swap-vault.ts'
import { loadVault } from '../vault/load-vault.ts'
import type { StartWorker } from '../workers/worker-process.ts'
import { openDesk } from './desk.ts'
import { createHandlers } from './handlers.ts'
import { createIdleLock, IDLE_CHECK_MS } from './idle-lock.ts'
import { incidentCode } from './incident-code.ts'
import { createRouter } from './router.ts'
import { isOwnPage, type Sender } from './sender-check.ts'
import type { RememberedKeyFile } from './vault-handlers.ts'
import { createVaultSession } from './vault-session.ts'

export interface ProgramParts {
  /** Folder of the vault and the settings. */
  root: string
  /** Folder, away from `root`, for the second copy of the head record; none for a vault that is thrown away. */
  headCopy?: string
  kdf: Kdf
  migrationsFolder: string
  /** Folder of the standalone verifiers that go out with what is exported. */
  verifierFolder: string
  systemLocale: string
  version: string
  actor: AuditActor
  ownOrigin: string
  startWorker: StartWorker
  pdf: PdfRenderer
  fonts: Fonts
  dialogs: Dialogs
  keyFile: RememberedKeyFile
  send<E extends EventName>(name: E, payload: BridgeEvents[E]): void
  /** What a host with a window has beside; without it nothing locks by itself. */
  window?: {
    clipboard: BriefClipboard
    systemIdleSeconds(): number
    /** Opens the page anew, so that nothing of a case stays in it. */
    freshPage(): void
    /** A vault that was opened, or whose keys were known, is closed. */
    closed(): void
  }
}

export type Program = Awaited<ReturnType<typeof createProgram>>

/** The whole program but its host: what the window and the command line have in common. */
export async function createProgram(parts: ProgramParts) {
  const { send } = parts
  const [clock, ids] = [systemClock, randomIds]
  const log = createLog(clock, (line) => process.stderr.write(line))
  const choices = createChoices(ids)
  const app = `redchop ${parts.version}`
  const paths = appPaths(parts.root, parts.headCopy)
  await settleRestore(paths.root)
  const settings = await loadSettings(paths.settings, parts.systemLocale)
  const broadcast: Parameters<typeof openDesk>[1]['broadcast'] = (topics) => send('changed', { topics })

  const reportIncident = (where: string, cause: unknown): string => {
    const incident = ids.next()
    log(incidentCode(where, cause), { incident: factId(incident) })
    return incident
  }
  /** A lock is told the moment it begins, and once. */
  let told: VaultState | undefined
  const tellState = (state: VaultState): void => {
    if (state === told) return
    told = state
    send('vault', { state })
    broadcast(['vault'])
  }
  const clipboard = parts.window?.clipboard ?? noClipboard
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
    onChange(state) {
      // A vault that closed itself over a failing disk leaves a desk behind that reaches nothing any more.
      if (state === 'locked' && !session.isLocked()) void lockInQuiet()
      tellState(state)
    },
  })
  const session = createVaultSession({
    vault,
    choices,
    dialogs: parts.dialogs,
    stillHere: () => idle.touch(),
    onLocking() {
      void clipboard.clear().catch((cause) => reportIncident('clipboard', cause))
      tellState('locked')
      parts.window?.freshPage()
    },
    onClosed: () => parts.window?.closed(),
    keyFile: parts.keyFile,
    open: () =>
      openDesk(vault.opened(), {
        clock,
        ids,
        startWorker: parts.startWorker,
        pdf: parts.pdf,
        fonts: parts.fonts,
        paths,
        ...(parts.window ? { timer: systemTimer } : {}),
        app,
        verifierFolder: parts.verifierFolder,
        tell: (job) => send('job', job),
        broadcast,
        log,
        reportIncident,
      }),
  })
  /** Locks where nobody waits for the answer; a disk that failed meanwhile is in the log, and shows at the next opening. */
  const lockInQuiet = (): Promise<void> =>
    session.lock().catch((cause: unknown) => void reportIncident('lock', cause))
  const idle = createIdleLock({
    clocks: { wall: Date.now, steady: () => performance.now() },
    systemIdleSeconds: () => parts.window?.systemIdleSeconds() ?? 0,
    idleMinutes: () => session.desk().safekeeping.settings().idleMinutes,
    isLocked: session.isLocked,
    lock: () => void lockInQuiet(),
  })
  if (parts.window) setInterval(idle.check, IDLE_CHECK_MS).unref()
  const { kdf, startWorker } = parts
  /** What was restored was opened with its keys. */
  const whileClosed: typeof vault.whileClosed = async (work) => {
    const done = await vault.whileClosed(work)
    parts.window?.closed()
    return done
  }
  const restore = createRestoreService({ paths, kdf, clock, startWorker, whileClosed })
  const handlers = createHandlers({
    ...{ session, settings, dialogs: parts.dialogs, choices, restore, clipboard },
    tellRestore: (progress) => send('restore', progress),
  })
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
    lockInQuiet,
    vault,
    /** Somebody types or clicks in the window, also in a frame of it. */
    stillHere: idle.touch,
    restore,
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
