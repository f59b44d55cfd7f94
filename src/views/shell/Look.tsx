import { MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { type ReactNode, useEffect, useMemo } from 'react'
import { WordsProvider } from '../../messages/WordsProvider.tsx'
import { cssVariables, makeTheme } from '../../theme.ts'
import classes from './Look.module.css'
import { useSettings } from './use-settings.ts'

/** Gives everything inside the language, colours and density of the settings; a change shows at once. */
export function Look({ children }: { children: ReactNode }) {
  const { locale, colorScheme, density } = useSettings()
  const system = useColorScheme('light', { getInitialValueInEffect: false })
  const theme = useMemo(() => makeTheme(density), [density])
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={colorScheme === 'auto' ? system : colorScheme}
    >
      <WordsProvider locale={locale}>
        <Notifications position="bottom-right" limit={3} className={classes.notes ?? ''} />
        {children}
      </WordsProvider>
    </MantineProvider>
  )
}
