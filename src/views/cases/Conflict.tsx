import { Button } from '@mantine/core'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './CaseEditor.module.css'
import { asText, type CaseFields, differing } from './case-fields.ts'

interface ConflictProps {
  mine: CaseFields
  theirs: CaseFields
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two versions of a case side by side, field by field; the lawyer says which stands. */
export function Conflict({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictProps) {
  const words = useWords().cases
  const fields = differing(mine, theirs)
  return (
    <Notice kind="look" title={words.conflict.title} live>
      {fields.length === 0 ? words.conflict.same : words.conflict.detail}
      {fields.length > 0 && (
        <table className={classes.compare}>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.conflict.theirs}</th>
              <th scope="col">{words.conflict.mine}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{words.form[field]}</th>
                <td>{asText(theirs[field]) || words.conflict.empty}</td>
                <td>{asText(mine[field]) || words.conflict.empty}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={classes.buttons}>
        <Button variant="default" size="compact-sm" onClick={onTakeTheirs}>
          {words.conflict.takeTheirs}
        </Button>
        <Button size="compact-sm" onClick={onKeepMine}>
          {words.conflict.keepMine}
        </Button>
      </div>
    </Notice>
  )
}
