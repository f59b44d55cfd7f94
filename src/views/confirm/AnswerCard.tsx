import type { Verdict } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { Keys } from '../../components/Keys.tsx'
import { readPassage, usePassage } from '../../components/use-passage.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { AnswerHead } from './AnswerHead.tsx'
import classes from './Bench.module.css'
import type { Entry } from './entries.ts'
import { excerptOf } from './excerpt.ts'

const KEYS: Record<Verdict, string> = { confirms: 'enter', denies: 'd', rejected: 'x' }
const VERDICTS = ['confirms', 'denies', 'rejected'] as const

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
  const words = useWords()
  const { confirm } = words
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
  const label = {
    confirms: confirm.decide.confirms,
    denies: confirm.decide.denies,
    rejected: confirm.decide.rejected,
  }
  useActions(
    VERDICTS.map((verdict) => ({
      id: verdict,
      label: label[verdict],
      group: words.app.groups.confirm,
      keys: KEYS[verdict],
      run: () => say(verdict),
    })),
  )
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
        <span className={classes.hint}>{own ? confirm.decide.ownPassage : confirm.decide.usePassage}</span>
        {(excerpt.cutStart || excerpt.cutEnd || whole) && (
          <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!whole)}>
            {whole ? confirm.hideText : confirm.showText}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => go(`/cases/${caseId}/evidence/${entry.message.id}`)}
        >
          {confirm.openMessage}
        </Button>
      </div>
      <div className={classes.buttons}>
        {VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            size="xs"
            color={verdict === 'confirms' ? 'seal' : 'ink'}
            variant={verdict === 'confirms' ? 'filled' : 'default'}
            disabled={entry.verdict === verdict}
            rightSection={<Keys keys={KEYS[verdict]} />}
            aria-keyshortcuts={KEYS[verdict]}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => say(verdict)}
          >
            {label[verdict]}
          </Button>
        ))}
        {entry.verdict && (
          <Button size="xs" variant="subtle" onClick={onUndecide}>
            {words.app.undo}
          </Button>
        )}
      </div>
    </section>
  )
}
