import type { RoomProps } from '../../components/room.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Forums.module.css'
import { ForumTable } from './ForumTable.tsx'
import { Perishables } from './Perishables.tsx'

/** What counts before which forum of the case, and what a platform may delete before it is captured. */
export function ForumsView({ caseId }: RoomProps) {
  const words = useWords().forums
  return (
    <section className={classes.view} aria-label={words.title}>
      <div className={classes.column}>
        <Perishables caseId={caseId} />
        <ForumTable caseId={caseId} />
      </div>
    </section>
  )
}
