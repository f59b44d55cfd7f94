import { type ReactNode, useId } from 'react'
import classes from './Safekeeping.module.css'

interface SectionProps {
  title: string
  /** Why it matters, in a sentence or two. */
  intro: string
  children: ReactNode
}

/** One part of how the vault is kept. */
export function Section({ title, intro, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <p className={classes.intro}>{intro}</p>
      {children}
    </section>
  )
}
