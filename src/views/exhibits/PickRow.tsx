import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './AddExhibits.module.css'

/** A line of the picker with the sign of being chosen. */
export const PickRow = ({ isChosen, children }: { isChosen: boolean; children: ReactNode }) => (
  <div className={classes.pick}>
    {isChosen ? (
      <IconSquareCheckFilled size={18} aria-hidden="true" />
    ) : (
      <IconSquare size={18} stroke={1.5} aria-hidden="true" className={classes.open} />
    )}
    <div className={classes.about}>{children}</div>
  </div>
)
