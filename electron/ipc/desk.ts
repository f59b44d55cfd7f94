import type { Topic } from '@bridge/define-channel.ts'
import type { Job } from '@bridge/model/job.ts'
import { createBundleComposer } from '../documents/pdf/bundle-composer.ts'
import type { Fonts } from '../documents/pdf/fonts.ts'
import type { PdfRenderer } from '../documents/pdf/pdf-renderer.ts'
import { type AuthenticityService, createAuthenticityService } from '../features/authenticity/index.ts'
import { type CasesService, createCasesService, type ServiceParts } from '../features/cases/index.ts'
import { type ChatService, createChatService } from '../features/chat/index.ts'
import { type ConfirmationsService, createConfirmationsService } from '../features/confirmations/index.ts'
import { type CustodyService, createCustodyService } from '../features/custody/index.ts'
import { createDraftsService, type DraftsService } from '../features/drafts/index.ts'
import { createEvidenceService, type EvidenceService } from '../features/evidence/index.ts'
import { createExhibitsService, type ExhibitsService, exhibitNumbersOf } from '../features/exhibits/index.ts'
import { createFindingService, type FindingService } from '../features/finding/index.ts'
import { createForumsService, type ForumsService } from '../features/forums/index.ts'
import { createIdentitiesService, type IdentitiesService } from '../features/identities/index.ts'
import { createOriginalityService, type OriginalityService } from '../features/originality/index.ts'
import { createReadingsService, type ReadingsService } from '../features/readings/index.ts'
import {
  createSafekeepingService,
  type SafekeepingService,
  type Timer,
} from '../features/safekeeping/index.ts'
import { createTranslationsService, type TranslationsService } from '../features/translations/index.ts'
import { createJobRunner, type JobRunner } from '../jobs/job-runner.ts'
import type { Clock } from '../platform/clock.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import type { AppPaths } from '../platform/paths.ts'
import { createVaultBackup } from '../vault/backup/vault-backup.ts'
import type { OpenVault } from '../vault/vault.ts'
import { createAuthenticityTester } from '../workers/authenticity-tester.ts'
import { createMailReader } from '../workers/mail-reader.ts'
import type { StartWorker } from '../workers/worker-process.ts'
import { nameFailure } from './name-failure.ts'

export interface DeskParts {
  clock: Clock
  ids: Ids
  startWorker: StartWorker
  pdf: PdfRenderer
  fonts: Fonts
  paths: AppPaths
  /** What looks every few minutes whether a backup is due; none on the command line. */
  timer?: Timer
  /** Name and version of this program. */
  app: string
  /** Folder of the standalone verifiers that go out with what is exported. */
  verifierFolder: string
  tell(job: Job): void
  broadcast(topics: readonly Topic[]): void
  log: Log
  reportIncident(where: string, cause: unknown): string
}

/** All that can be done while the vault is open. `close` stops it; the vault may be locked after that. */
export interface Desk {
  cases: CasesService
  evidence: EvidenceService
  chat: ChatService
  readings: ReadingsService
  confirmations: ConfirmationsService
  translations: TranslationsService
  identities: IdentitiesService
  exhibits: ExhibitsService
  forums: ForumsService
  finding: FindingService
  authenticity: AuthenticityService
  originality: OriginalityService
  custody: CustodyService
  drafts: DraftsService
  safekeeping: SafekeepingService
  jobs: JobRunner
  close(): Promise<void>
}

/** What long work changes when it moves on, so that open views look again. */
const TOUCHED_BY: Record<Job['kind'], readonly Topic[]> = {
  'evidence.import': ['evidence', 'cases', 'jobs'],
  'evidence.texts': ['evidence', 'jobs'],
  'evidence.index': ['evidence', 'jobs'],
  'exhibits.export': ['exhibits', 'jobs'],
  'backups.make': ['safekeeping', 'jobs'],
}

export function openDesk(vault: OpenVault, parts: DeskParts): Desk {
  const { clock, ids, startWorker, pdf, fonts, app } = parts
  const { store, files, audit } = vault
  const service: ServiceParts = { store, audit, clock, ids }
  const reader = createMailReader(startWorker)
  const tester = createAuthenticityTester(startWorker)
  const jobs = createJobRunner({
    store,
    clock,
    tell(job) {
      parts.tell(job)
      if (job.state !== 'running') parts.broadcast(TOUCHED_BY[job.kind])
    },
    vaultFailure: () => vault.failure(),
    nameFailure: (cause) => nameFailure(cause, () => parts.reportIncident('job', cause)),
  })
  const exporting = {
    ...service,
    files,
    reader,
    jobs,
    pdf,
    app,
    storeId: vault.storeId,
    verifierFolder: parts.verifierFolder,
    composer: createBundleComposer(startWorker, fonts),
  }
  const exhibits = createExhibitsService(exporting)
  const authenticity = createAuthenticityService({ ...service, files, reader, tester })
  const swept = exhibits.sweepUnfinished().then(
    (count) => count > 0 && parts.log('UNFINISHED_EXPORTS_REMOVED', { count }),
    (cause) => void parts.reportIncident('exhibits.sweep', cause),
  )
  const { storeId, lendKeys } = vault
  const { paths, timer } = parts
  const safekeeping = createSafekeepingService({
    ...service,
    jobs,
    storeId,
    root: paths.root,
    backup: createVaultBackup({ store, paths, app, startWorker, lendKeys }),
    ...(timer ? { timer } : {}),
  })
  const sweptBackups = safekeeping
    .sweepUnfinished()
    .catch((cause: unknown) => void parts.reportIncident('backups.sweep', cause))
  const evidence = createEvidenceService({ ...service, files, reader, jobs, exhibitNumbersOf })
  evidence.renewIndex()
  evidence.resumeTexts()
  const sweptFiles = evidence.sweep(vault.storeId).then(
    ({ removed, quarantined }) =>
      removed + quarantined > 0 && parts.log('FILES_SWEPT', { removed, quarantined }),
    (cause) => void parts.reportIncident('evidence.sweep', cause),
  )
  return {
    cases: createCasesService(service),
    evidence,
    readings: createReadingsService({ ...service, files, reader }),
    chat: createChatService({ ...service, files, reader, jobs }),
    confirmations: createConfirmationsService(service),
    translations: createTranslationsService(service),
    identities: createIdentitiesService({ ...service, files, pdf }),
    exhibits,
    forums: createForumsService(service),
    finding: createFindingService({ store }),
    authenticity,
    originality: createOriginalityService({ ...exporting, authenticity }),
    custody: createCustodyService({
      ...service,
      pdf,
      storeId: vault.storeId,
      verifierFolder: parts.verifierFolder,
      headWithRoot: () => vault.headWithRoot(),
    }),
    safekeeping,
    drafts: createDraftsService({ store, clock }),
    jobs,
    async close() {
      safekeeping.close()
      await swept
      await sweptFiles
      await sweptBackups
      await jobs.stopAll()
      await reader.close()
      tester.close()
    },
  }
}
