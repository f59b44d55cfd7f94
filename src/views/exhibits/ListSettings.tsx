import { type ExhibitSettings, LIST_LANGUAGES, NUMBER_STYLES, NUMBERINGS } from '@bridge/model/exhibit.ts'
import { Button, Checkbox, Popover, SegmentedControl } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useId } from 'react'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ListBar.module.css'

interface ListSettingsProps {
  settings: ExhibitSettings
  onChange: (settings: Partial<ExhibitSettings>) => void
}

/** Language, numbers and columns of the list. */
export function ListSettings({ settings, onChange }: ListSettingsProps) {
  const words = useWords().exhibits.settings
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar of choices, not a form
    <div role="group" aria-label={words.label} className={classes.settings}>
      <Choice
        label={words.language}
        options={LIST_LANGUAGES}
        word={words.languages}
        value={settings.language}
        onChange={(language) => onChange({ language })}
      />
      <Choice
        label={words.numberStyle}
        options={NUMBER_STYLES}
        word={words.numberStyles}
        value={settings.numberStyle}
        onChange={(numberStyle) => onChange({ numberStyle })}
      />
      <Choice
        label={words.numbering}
        options={NUMBERINGS}
        word={words.numberings}
        value={settings.numbering}
        onChange={(numbering) => onChange({ numbering })}
      />
      <Columns settings={settings} onChange={onChange} />
    </div>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  options: readonly T[]
  word: Record<T, string>
  value: T
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, options, word, value, onChange }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div className={classes.choice}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        data={options.map((option) => ({ value: option, label: word[option] }))}
        value={value}
        onChange={(next) => onChange(options.find((option) => option === next) ?? value)}
      />
    </div>
  )
}

function Columns({ settings, onChange }: ListSettingsProps) {
  const words = useWords().exhibits.settings
  return (
    <Popover width={300} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconColumns3 size={14} aria-hidden="true" />}
        >
          {words.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.columns}>
        <div className={classes.columns}>
          <Checkbox
            label={words.showKind}
            description={words.showKindHint}
            checked={settings.showKind}
            onChange={(event) => onChange({ showKind: event.currentTarget.checked })}
          />
          <Checkbox
            label={words.showOriginality}
            description={words.showOriginalityHint}
            checked={settings.showOriginality}
            onChange={(event) => onChange({ showOriginality: event.currentTarget.checked })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
