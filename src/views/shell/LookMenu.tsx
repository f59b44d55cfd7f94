import type { Settings } from '@bridge/channels/settings.ts'
import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronUp } from '@tabler/icons-react'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './LookMenu.module.css'
import { useSettings } from './use-settings.ts'

const LOCALES: Record<Settings['locale'], string> = { en: 'English', 'zh-CN': '简体中文' }

/** Language, colours and density, each changed without a restart. */
export function LookMenu() {
  const words = useWords().app.settings
  const settings = useSettings()
  const change = useCommand('settings.change')
  return (
    <div className={classes.menus}>
      <Choice
        label={words.locale}
        options={LOCALES}
        value={settings.locale}
        onChange={(locale) => void change.run({ locale })}
      />
      <Choice
        label={words.scheme}
        options={words.schemes}
        value={settings.colorScheme}
        onChange={(colorScheme) => void change.run({ colorScheme })}
      />
      <Choice
        label={words.density}
        options={words.densities}
        value={settings.density}
        onChange={(density) => void change.run({ density })}
      />
    </div>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  options: Record<T, string>
  value: T
  onChange: (value: T) => void
}

const keysIn = <T extends string>(options: Record<T, string>): readonly T[] => Object.keys(options) as T[]

function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  return (
    <Menu position="top-end">
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`${label}: ${options[value]}`}>
          {options[value]}
          <IconChevronUp size={12} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.RadioGroup
          value={value}
          onChange={(next) => onChange(keysIn(options).find((one) => one === next) ?? value)}
        >
          {keysIn(options).map((option) => (
            <Menu.RadioItem key={option} value={option} closeMenuOnClick>
              {options[option]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
