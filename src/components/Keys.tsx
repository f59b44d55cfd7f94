import { capsOf } from './actions/match-keys.ts'
import classes from './Keys.module.css'

/** A key combination as caps. Hidden from screen readers: controls name their key through `aria-keyshortcuts`. */
export const Keys = ({ keys }: { keys: string }) => (
  <span className={classes.keys} aria-hidden="true">
    {capsOf(keys).map((cap) => (
      <kbd key={cap} className={classes.cap}>
        {cap}
      </kbd>
    ))}
  </span>
)
