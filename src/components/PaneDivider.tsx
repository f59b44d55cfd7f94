import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useWords } from '../messages/WordsProvider.tsx'
import classes from './Panes.module.css'
import type { PaneWidth } from './use-pane-width.ts'

interface PaneDividerProps {
  /** Name of the pane it makes wider. */
  label: string
  pane: PaneWidth
  /** Which way the pane grows. */
  grows: 'left' | 'right'
}

/** The line between two panes, moved with the pointer or the arrow keys (WAI-ARIA window splitter). */
export function PaneDivider({ label, pane, grows }: PaneDividerProps) {
  const words = useWords().app
  const held = useRef<{ x: number; width: number }>(undefined)
  const sign = grows === 'right' ? 1 : -1
  const onPointerDown = (event: PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { x: event.clientX, width: pane.width }
  }
  const onPointerMove = (event: PointerEvent): void => {
    if (held.current) pane.resize(held.current.width + sign * (event.clientX - held.current.x))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0
    if (step === 0) return
    event.preventDefault()
    pane.resize(pane.width + sign * step)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a divider that moves is a focusable separator; <hr> cannot be one
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.panes.resize(label)}
      aria-valuenow={pane.width}
      aria-valuemin={pane.min}
      aria-valuemax={pane.max}
      className={classes.divider}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        held.current = undefined
      }}
      onKeyDown={onKeyDown}
    />
  )
}
