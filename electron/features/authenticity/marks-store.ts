import type { ScoreFactor, ScoreMark } from '@bridge/model/authenticity.ts'
import { eq } from 'drizzle-orm'
import { scoreMarks } from '../../store/schema/index.ts'
import type { Reader, Writer } from '../../store/store.ts'

export interface Marked {
  factor: ScoreFactor
  mark: ScoreMark
  note: string
}

export const listMarks = (reader: Reader, messageId: string): Marked[] =>
  reader
    .select({ factor: scoreMarks.factor, mark: scoreMarks.mark, note: scoreMarks.note })
    .from(scoreMarks)
    .where(eq(scoreMarks.messageId, messageId))
    .all()

export function setMark(writer: Writer, messageId: string, marked: Marked, markedAt: string): void {
  writer
    .insert(scoreMarks)
    .values({ messageId, ...marked, markedAt })
    .onConflictDoUpdate({
      target: [scoreMarks.messageId, scoreMarks.factor],
      set: { mark: marked.mark, note: marked.note, markedAt },
    })
    .run()
}
