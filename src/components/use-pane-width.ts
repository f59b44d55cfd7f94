import { useLocalStorage } from '@mantine/hooks'

export interface PaneWidth {
  width: number
  min: number
  max: number
  /** Sets the width, kept within bounds and on whole pixels. */
  resize: (width: number) => void
}

/** The width of a pane, remembered under a name. */
export function usePaneWidth(name: string, initial: number, min: number, max: number): PaneWidth {
  const [width, setWidth] = useLocalStorage({
    key: `pane-${name}`,
    defaultValue: initial,
    getInitialValueInEffect: false,
  })
  const resize = (next: number): void => setWidth(Math.round(Math.min(max, Math.max(min, next))))
  return { width, min, max, resize }
}
