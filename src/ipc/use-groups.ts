import type { ExhibitGroup } from '@bridge/model/exhibit.ts'
import { useQuery } from './use-query.ts'

/** The groups of a case's exhibit list; none while they are on their way. */
export const useGroups = (caseId: string): readonly ExhibitGroup[] =>
  useQuery('exhibits.get', { caseId }).data?.groups ?? []
