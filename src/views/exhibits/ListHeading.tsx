import { type ExhibitSettings, SUBMITTER_ROLES } from '@bridge/model/exhibit.ts'
import { NativeSelect } from '@mantine/core'
import { DayField } from '../../components/DayField.tsx'
import { langOf } from '../../lib/lang-of.ts'
import { readDay } from '../../lib/read-day.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { sayFiled } from './filed-words.ts'
import classes from './ListHeading.module.css'
import { SavedInput } from './SavedInput.tsx'

interface ListHeadingProps {
  caseId: string
  settings: ExhibitSettings
  onChange: (settings: Partial<ExhibitSettings>) => void
}

/** The head of the paper: its title, to whom, in which case, from whom and when. */
export function ListHeading({ caseId, settings, onChange }: ListHeadingProps) {
  const { heading: words, roles } = useWords().exhibits
  return (
    <header className={classes.head}>
      <h2 className={classes.title}>
        {sayFiled(settings.language, ({ title }) => title).map(({ text, lang }) => (
          <span key={lang} lang={lang}>
            {text}
          </span>
        ))}
      </h2>
      <div className={classes.fields}>
        <SavedInput
          form={`list tribunal ${caseId}`}
          label={words.tribunal}
          placeholder={words.tribunalHint}
          maxLength={200}
          value={settings.tribunal}
          onSave={(tribunal) => onChange({ tribunal })}
        />
        <SavedInput
          form={`list caseNumber ${caseId}`}
          label={words.caseNumber}
          placeholder={words.caseNumberHint}
          maxLength={100}
          value={settings.caseNumber}
          onSave={(caseNumber) => onChange({ caseNumber })}
        />
        <div className={classes.submitter}>
          <NativeSelect
            label={words.submitterRole}
            size="xs"
            variant="unstyled"
            value={settings.submitterRole}
            data={SUBMITTER_ROLES.map((role) => ({ value: role, label: roles[role] }))}
            onChange={(event) => {
              const submitterRole = SUBMITTER_ROLES.find((role) => role === event.currentTarget.value)
              if (submitterRole) onChange({ submitterRole })
            }}
          />
          <SavedInput
            form={`list submitter ${caseId}`}
            label={words.submitter}
            maxLength={300}
            lang={langOf(settings.submitter)}
            value={settings.submitter}
            onSave={(submitter) => onChange({ submitter })}
          />
        </div>
        <DayField
          label={words.submittedOn}
          size="xs"
          variant="unstyled"
          value={settings.submittedOn ?? ''}
          onChange={(day) => {
            if (day === '' || readDay(day)) onChange({ submittedOn: day || null })
          }}
        />
      </div>
    </header>
  )
}
