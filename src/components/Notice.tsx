import { IconAlertTriangle, IconEye, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Notice.module.css'

const SIGNS = { look: IconEye, warning: IconAlertTriangle, plain: IconInfoCircle }

interface NoticeProps {
  /** `look`: a person should look; `warning`: something is lost or running out. */
  kind: keyof typeof SIGNS
  title: string
  children?: ReactNode
  /** Read out at once; for what happens while the lawyer works. */
  live?: boolean
}

/** A few lines that stay until their cause is gone. */
export function Notice({ kind, title, children, live = false }: NoticeProps) {
  const Sign = SIGNS[kind]
  return (
    <div className={classes.notice} data-kind={kind} role={live ? 'alert' : undefined}>
      <Sign size={18} aria-hidden="true" className={classes.sign} />
      <div className={classes.body}>
        <strong>{title}</strong>
        {children && <div>{children}</div>}
      </div>
    </div>
  )
}
