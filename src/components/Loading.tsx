import { Loader } from '@mantine/core'
import { useWords } from '../messages/WordsProvider.tsx'
import classes from './Loading.module.css'

/** Something is on its way. It shows only after a moment, so that fast answers do not flicker. */
export const Loading = () => (
  <div className={classes.loading} role="status">
    <Loader size="sm" type="dots" />
    <span>{useWords().app.loading}</span>
  </div>
)
