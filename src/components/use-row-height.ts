import { useMantineTheme } from '@mantine/core'
import { useLocale } from '../messages/WordsProvider.tsx'

/** Pixels a list row of so many lines takes at this density; Chinese lines are a touch taller. */
export function useRowHeight(lines: number): number {
  const compact = useMantineTheme().other.density === 'compact'
  const chinese = useLocale() === 'zh-CN'
  const line = (compact ? 18 : 20) + (chinese ? 1 : 0)
  return lines * line + (compact ? 12 : 20) + 1
}
