import { editExhibits } from './edit-exhibits.ts'
import { editGroups } from './edit-groups.ts'
import type { ExportParts } from './export-job.ts'
import { makeExports } from './make-exports.ts'

export type ExhibitsService = ReturnType<typeof createExhibitsService>

/** The exhibit list of a case, from the first exhibit to the bundle that leaves the building. */
export function createExhibitsService(parts: ExportParts) {
  return { ...editExhibits(parts), ...editGroups(parts), ...makeExports(parts) }
}
