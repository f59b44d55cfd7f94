import classes from './ExhibitTable.module.css'
import type { TextLine } from './list-text.ts'

/** A cell's text as it is printed; the second language stands below the first, smaller. */
export const Lines = ({ lines }: { lines: readonly TextLine[] }) =>
  lines.map(({ text, lang, isStandIn }) => (
    <span key={lang} lang={lang} className={classes.line} data-stand-in={isStandIn || undefined}>
      {text}
    </span>
  ))
