import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  icon: Icon
  title: string
  /** What to do about it. */
  detail?: string
  /** The buttons that do it. */
  children?: ReactNode
}

/** A place with nothing in it yet, and the first step out of that. */
export const EmptyState = ({ icon: Sign, title, detail, children }: EmptyStateProps) => (
  <div className={classes.empty}>
    <Sign size={32} stroke={1.25} aria-hidden="true" className={classes.sign} />
    <h2 className={classes.title}>{title}</h2>
    {detail && <p className={classes.detail}>{detail}</p>}
    {children && <div className={classes.actions}>{children}</div>}
  </div>
)
