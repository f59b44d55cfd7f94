import type { ExportRecord } from '@bridge/model/exhibit.ts'
import { refusal } from '@bridge/refusal.ts'
import { factId } from '../../platform/facts.ts'
import { type ExportForm, type ExportParts, runExport } from './export-job.ts'
import { findExportLocation, listExports } from './exports-store.ts'
import { getCase } from './own-set.ts'
import { exhibitsOf, readOutline } from './read-outline.ts'
import { findSet } from './sets-store.ts'
import { sweepUnfinished } from './sweep-unfinished.ts'

/** Exports of a case: the list as it stood when the export began, and everything it names. */
export function makeExports(parts: ExportParts) {
  const { store, audit, jobs, ids } = parts
  let sweeping: Promise<number> | undefined
  const sweep = (): Promise<number> => {
    sweeping ??= sweepUnfinished(store).finally(() => {
      sweeping = undefined
    })
    return sweeping
  }
  return {
    /**
     * Starts writing an export into `folder`, under a name of its own.
     * @throws Refusal NOT_FOUND, SET_EMPTY, JOB_RUNNING
     */
    export(caseId: string, folder: string, form: ExportForm): { jobId: string; exportId: string } {
      const matter = getCase(store.read, caseId)
      const set = findSet(store.read, caseId)
      const outline = set && readOutline(store.read, set)
      if (!outline || exhibitsOf(outline).length === 0) throw refusal('SET_EMPTY')
      const [jobId, exportId] = [ids.next(), ids.next()]
      jobs.start(
        { id: jobId, kind: 'exhibits.export', caseId, subjectId: exportId },
        (writer) => {
          const facts = { case: factId(caseId) }
          audit.append(writer, { act: 'exhibits.export-started', objectId: exportId, facts })
        },
        (context) => runExport(parts, { exportId, matter, outline, folder, form }, context),
      )
      return { jobId, exportId }
    },

    /**
     * Removes what a crash left in the places chosen for exports; gives how many. No export may be running yet. Where it is
     * under way already, waits for that.
     */
    sweepUnfinished: sweep,

    listExports: (caseId: string): ExportRecord[] => listExports(store.read, caseId),

    /** The path an export was written to. @throws Refusal NOT_FOUND */
    getExportLocation(exportId: string): string {
      const location = findExportLocation(store.read, exportId)
      if (location === undefined) throw refusal('NOT_FOUND')
      return location
    },
  }
}
