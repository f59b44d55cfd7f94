import type { Verdict } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { readPassage, usePassage } from '../../components/use-passage.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { AnswerHead } from './AnswerHead.tsx'
import classes from './Bench.module.css'
import type { Entry } from './entries.ts'
import { excerptOf } from './excerpt.ts'
import { Verdicts } from './Verdicts.tsx'

interface AnswerCardProps {
  caseId: string
  entry: Entry
  /** Where it stands among the candidates. */
  place: string
  /** `quote` is the passage that decides: the lawyer's selection, else the proposed one. */
  onVerdict: (verdict: Verdict, quote: string) => void
  onUndecide: () => void
}

/** The candidate under the lawyer's eyes: its words, the deciding passage marked, and the three verdicts. */
export function AnswerCard({ caseId, entry, place, onVerdict, onUndecide }: AnswerCardProps) {
  const words = useWords().confirm
  const [, go] = useLocation()
  const [whole, setWhole] = useState(false)
  const element = useRef<HTMLParagraphElement>(null)
  const excerpt = excerptOf(entry.text, entry.passage, whole)
  const shown = excerpt.before + excerpt.passage + excerpt.after
  const own = usePassage(element, shown)
  const say = (verdict: Verdict): void => {
    const selected = readPassage(element.current, shown)?.quote
    onVerdict(verdict, verdict === 'rejected' ? '' : (selected ?? entry.passage))
  }
  return (
    <section className={classes.card} data-answer aria-label={place}>
      <AnswerHead entry={entry} />
      <p
        ref={element}
        className={classes.text}
        lang={langOf(entry.text)}
        data-cut-start={excerpt.cutStart || undefined}
        data-cut-end={excerpt.cutEnd || undefined}
      >
        {excerpt.before}
        {excerpt.passage && <mark className={classes.passage}>{excerpt.passage}</mark>}
        {excerpt.after}
      </p>
      <div className={classes.textTools}>
        <span className={classes.hint}>{own ? words.decide.ownPassage : words.decide.usePassage}</span>
        {(excerpt.cutStart || excerpt.cutEnd || whole) && (
          <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!whole)}>
            {whole ? words.hideText : words.showText}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => go(`/cases/${caseId}/evidence/${entry.message.id}`)}
        >
          {words.openMessage}
        </Button>
      </div>
      <Verdicts verdict={entry.verdict} onVerdict={say} onUndecide={onUndecide} />
    </section>
  )
}
