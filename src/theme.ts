import type { Settings } from '@bridge/channels/settings.ts'
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from '@mantine/core'
import { dark, light, type Palette } from './tokens.ts'

const LATIN = '-apple-system, "Segoe UI", Ubuntu, Cantarell, "Noto Sans", "Liberation Sans"'
const CHINESE = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC"'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const tuple = (colour: string): MantineColorsTuple => [
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
]

/** Mantine's own greys, told in ours: it draws tracks, pills, input grounds and borders with them. */
const GRAY: MantineColorsTuple = [
  light.paper,
  light.hover,
  light.greyWash,
  light.line,
  light.edge,
  light.grey,
  light.grey,
  light.inkSoft,
  light.inkHover,
  light.ink,
]
const DARK: MantineColorsTuple = [
  dark.ink,
  dark.inkSoft,
  dark.grey,
  dark.grey,
  dark.edge,
  dark.selected,
  dark.hover,
  dark.sheet,
  dark.paper,
  dark.rail,
]

/** The palette as `--rc-…`, and Mantine's own variables told what they mean here. */
const variablesOf = (palette: Palette): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--rc-${kebab(name)}`, value])),
  '--mantine-color-body': palette.paper,
  '--mantine-color-text': palette.ink,
  '--mantine-color-bright': palette.ink,
  '--mantine-color-dimmed': palette.inkSoft,
  '--mantine-color-placeholder': palette.grey,
  '--mantine-color-anchor': palette.ink,
  '--mantine-color-error': palette.amber,
  '--mantine-color-default': palette.sheet,
  '--mantine-color-default-hover': palette.hover,
  '--mantine-color-default-color': palette.ink,
  '--mantine-color-default-border': palette.edge,
  '--mantine-color-disabled': palette.greyWash,
  '--mantine-color-disabled-color': palette.grey,
  '--mantine-color-disabled-border': palette.line,
  '--menu-item-hover': palette.selected,
  '--mantine-color-ink-filled': palette.ink,
  '--mantine-color-ink-filled-hover': palette.inkHover,
  '--mantine-color-ink-light': palette.greyWash,
  '--mantine-color-ink-light-hover': palette.selected,
  '--mantine-color-ink-light-color': palette.ink,
  '--mantine-color-ink-outline': palette.ink,
  '--mantine-primary-color-contrast': palette.onInk,
})

/** Puts the tokens of both themes on the page. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf(light),
  dark: variablesOf(dark),
})

/** Buttons are ink; only what fixes something may ask for `seal`. */
const variantColors: VariantColorsResolver = ({ variant, color }) => {
  const main = color === 'seal' ? 'var(--rc-seal)' : 'var(--rc-ink)'
  const soft = color === 'seal' ? 'var(--rc-seal-wash)' : 'var(--rc-hover)'
  if (variant === 'filled')
    return {
      background: main,
      hover: color === 'seal' ? main : 'var(--rc-ink-hover)',
      color: 'var(--rc-on-ink)',
      border: '1px solid transparent',
    }
  if (variant === 'default')
    return { background: 'var(--rc-sheet)', hover: soft, color: main, border: '1px solid var(--rc-edge)' }
  return {
    background: variant === 'light' ? soft : 'transparent',
    hover: variant === 'transparent' ? 'transparent' : soft,
    color: main,
    border: variant === 'outline' ? `1px solid ${main}` : '1px solid transparent',
  }
}

/** The theme at one density. Sizes live on a 4-pixel grid; corners are small; shadows only lift what floats. */
export const makeTheme = (density: Settings['density']): MantineThemeOverride => {
  const size = density === 'compact' ? 'xs' : 'sm'
  const sized = { defaultProps: { size } }
  return createTheme({
    primaryColor: 'ink',
    colors: { ink: tuple(light.ink), seal: tuple(light.seal), gray: GRAY, dark: DARK },
    variantColorResolver: variantColors,
    fontFamily: `${LATIN}, ${CHINESE}, system-ui, sans-serif`,
    fontFamilyMonospace: `ui-monospace, "SF Mono", Consolas, "Liberation Mono", ${CHINESE}, monospace`,
    headings: { fontWeight: '600' },
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.125rem', xl: '1.375rem' },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
    defaultRadius: 'sm',
    shadows: {
      xs: 'none',
      sm: 'none',
      md: '0 2px 8px #0000001f',
      lg: '0 4px 16px #00000029',
      xl: '0 4px 16px #00000029',
    },
    respectReducedMotion: true,
    cursorType: 'pointer',
    other: { density },
    components: {
      Button: { defaultProps: { size, fw: 500 } },
      InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
      TextInput: sized,
      PasswordInput: sized,
      Textarea: sized,
      NativeSelect: sized,
      TagsInput: sized,
      SegmentedControl: { defaultProps: { size: 'xs' } },
      Checkbox: { defaultProps: { size, iconColor: 'var(--rc-on-ink)' } },
      ActionIcon: { defaultProps: { variant: 'subtle', size: density === 'compact' ? 'md' : 'lg' } },
      Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 100 } } },
      Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
      ModalRoot: { defaultProps: { transitionProps: { duration: 100 } } },
    },
  })
}
