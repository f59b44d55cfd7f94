import type { Job } from '@bridge/model/job.ts'
import { createCasesService } from '../../electron/features/cases/index.ts'
import { createChatService } from '../../electron/features/chat/index.ts'
import { createConfirmationsService } from '../../electron/features/confirmations/index.ts'
import { createEvidenceService } from '../../electron/features/evidence/index.ts'
import { createForumsService } from '../../electron/features/forums/index.ts'
import { nameFailure } from '../../electron/ipc/name-failure.ts'
import { createJobRunner } from '../../electron/jobs/job-runner.ts'
import { appPaths } from '../../electron/platform/paths.ts'
import { createMailReader } from '../../electron/workers/mail-reader.ts'
import { countedIds } from './counted-ids.ts'
import { startTestWorker } from './start-test-worker.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { openTestVault, testClock, VERIFIERS } from './test-vault.ts'

export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>

/**
 * A vault of its own, really encrypted and migrated, and over it the services that work on correspondence. Time stands
 * still, ids count; mail is read in a real worker process, started only by what needs one.
 */
export async function openTestDesk() {
  const [clock, ids] = [testClock(), countedIds()]
  const paths = appPaths(temporaryFolder())
  const vault = await openTestVault({ clock, ids, paths })
  const { store, files, audit } = vault
  const service = { store, audit, clock, ids }
  const told: Job[] = []
  const failures: unknown[] = []
  const jobs = createJobRunner({
    store,
    clock,
    tell: (job) => void told.push(job),
    vaultFailure: () => vault.failure(),
    nameFailure(cause) {
      failures.push(cause)
      return nameFailure(cause, () => undefined)
    },
  })
  const reader = createMailReader(startTestWorker)
  return {
    ...service,
    storeId: vault.storeId,
    headWithRoot: () => vault.headWithRoot(),
    verifierFolder: VERIFIERS,
    clock,
    paths,
    files,
    reader,
    jobs,
    /** Every job as it was told to the page, and the cause of every one that failed. */
    told,
    failures,
    cases: createCasesService(service),
    evidence: createEvidenceService({ ...service, files, reader, jobs, exhibitNumbersOf: () => [] }),
    chat: createChatService({ ...service, files, reader, jobs }),
    confirmations: createConfirmationsService(service),
    forums: createForumsService(service),
    /** Stops what runs; a test that imported ends with it. */
    async close() {
      await jobs.stopAll()
      await reader.close()
      store.close()
    },
  }
}
