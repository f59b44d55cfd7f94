import type { Verdict } from '@bridge/model/statement.ts'
import { type RefObject, useLayoutEffect, useState } from 'react'
import classes from './Bench.module.css'

interface AnswerLineProps {
  /** Holds both ends: the quotation marked `data-said`, the card marked `data-answer` with its passage. */
  bench: RefObject<HTMLElement | null>
  verdict: Verdict | null
}

/** The line between what was said and what answers it. Drawn only where the two stand side by side. */
export function AnswerLine({ bench, verdict }: AnswerLineProps) {
  const [path, setPath] = useState('')
  useLayoutEffect(() => {
    const element = bench.current
    if (!element) return
    const draw = (): void => setPath(pathBetween(element))
    const observer = new ResizeObserver(draw)
    for (const child of element.querySelectorAll('[data-said], [data-answer]')) observer.observe(child)
    observer.observe(element)
    element.addEventListener('scroll', draw, { passive: true })
    draw()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', draw)
    }
  }, [bench])
  return (
    <svg className={classes.joint} aria-hidden="true">
      <path d={path} data-verdict={verdict ?? undefined} />
    </svg>
  )
}

/** An S-shaped line from the right edge of the quotation to the deciding passage, in the bench's own pixels. */
function pathBetween(bench: HTMLElement): string {
  const origin = bench.firstElementChild?.getBoundingClientRect()
  const said = bench.querySelector('[data-said]')?.getBoundingClientRect()
  const answer = bench.querySelector('[data-answer]')?.getBoundingClientRect()
  const passage = bench.querySelector('[data-answer] mark')?.getClientRects()[0]
  if (!origin || !said || !answer || answer.left <= said.right) return ''
  const from = { x: said.right - origin.left, y: said.top + Math.min(said.height / 2, 48) - origin.top }
  const end = passage
    ? { x: passage.left - 4, y: passage.top + passage.height / 2 }
    : { x: answer.left, y: answer.top + 24 }
  const to = { x: end.x - origin.left, y: end.y - origin.top }
  const middle = (from.x + to.x) / 2
  return `M${from.x},${from.y} C${middle},${from.y} ${middle},${to.y} ${to.x},${to.y}`
}
