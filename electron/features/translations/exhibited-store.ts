import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { exhibitGroups, exhibitItems, exhibitSets, exhibits } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

/** Messages that stand in exhibits of a case, in the order of the list, each once. */
export const listMessagesInExhibits = (reader: Reader, caseId: string): string[] => [
  ...new Set(
    reader
      .select({ messageId: exhibitItems.messageId })
      .from(exhibitItems)
      .innerJoin(exhibits, eq(exhibits.id, exhibitItems.exhibitId))
      .innerJoin(exhibitGroups, eq(exhibitGroups.id, exhibits.groupId))
      .innerJoin(exhibitSets, eq(exhibitSets.id, exhibitGroups.setId))
      .where(and(eq(exhibitSets.caseId, caseId), isNotNull(exhibitItems.messageId)))
      .orderBy(asc(exhibitGroups.position), asc(exhibits.position), asc(exhibitItems.position))
      .all()
      .flatMap(({ messageId }) => messageId ?? []),
  ),
]
