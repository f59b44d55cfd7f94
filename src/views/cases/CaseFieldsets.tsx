import { FORUMS } from '@bridge/model/case.ts'
import { Checkbox, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { DayField } from '../../components/DayField.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './CaseEditor.module.css'
import { CodeWarnings } from './CodeWarnings.tsx'
import type { CaseFields } from './case-fields.ts'

/** All fields of a case, in the order a lawyer asks for them. */
export function CaseFieldsets({ form }: { form: UseFormReturnType<CaseFields> }) {
  return (
    <>
      <About form={form} />
      <Counterparty form={form} />
      <Client form={form} />
      <Claim form={form} />
    </>
  )
}

type Part = { form: UseFormReturnType<CaseFields> }

function About({ form }: Part) {
  const words = useWords().cases.form
  return (
    <fieldset className={classes.set}>
      <legend>{words.about}</legend>
      <TextInput
        label={words.title}
        description={words.titleHint}
        required
        {...form.getInputProps('title')}
      />
      <TextInput label={words.reference} {...form.getInputProps('reference')} />
    </fieldset>
  )
}

function Counterparty({ form }: Part) {
  const words = useWords().cases.form
  return (
    <fieldset className={classes.set}>
      <legend>{words.counterparty}</legend>
      <TextInput
        className={classes.wide}
        lang="zh"
        label={words.counterpartyNameZh}
        description={words.counterpartyNameZhHint}
        required
        {...form.getInputProps('counterpartyNameZh')}
      />
      <TextInput label={words.counterpartyNameEn} {...form.getInputProps('counterpartyNameEn')} />
      <div>
        <TextInput
          label={words.counterpartyCode}
          spellCheck={false}
          aria-describedby="code-warnings"
          {...form.getInputProps('counterpartyCode')}
        />
        <CodeWarnings id="code-warnings" code={form.values.counterpartyCode} />
      </div>
      <Entries form={form} field="counterpartyMailboxes" hint={words.mailboxHint} />
      <Entries form={form} field="counterpartyAddresses" hint={words.addressHint} />
    </fieldset>
  )
}

function Client({ form }: Part) {
  const words = useWords()
  const { clientRole } = words.terms
  return (
    <fieldset className={classes.set}>
      <legend>{words.cases.form.client}</legend>
      <TextInput label={words.cases.form.clientName} {...form.getInputProps('clientName')} />
      <NativeSelect
        label={words.cases.form.clientRole}
        data={[
          { value: 'creditor', label: clientRole.creditor },
          { value: 'debtor', label: clientRole.debtor },
        ]}
        {...form.getInputProps('clientRole')}
      />
      <Entries form={form} field="clientMailboxes" hint={words.cases.form.mailboxHint} />
    </fieldset>
  )
}

function Claim({ form }: Part) {
  const words = useWords()
  const { form: label } = words.cases
  return (
    <>
      <fieldset className={classes.set}>
        <legend>{label.contract}</legend>
        <TextInput
          className={classes.wide}
          label={label.contractTitle}
          {...form.getInputProps('contractTitle')}
        />
        <TextInput label={label.contractNumber} {...form.getInputProps('contractNumber')} />
        <DayField label={label.contractDate} {...form.getInputProps('contractDate')} />
      </fieldset>
      <fieldset className={classes.set}>
        <legend>{label.claim}</legend>
        <div className={classes.sum}>
          <TextInput label={label.claimAmount} inputMode="decimal" {...form.getInputProps('claimAmount')} />
          <TextInput
            label={label.claimCurrency}
            maxLength={3}
            autoCapitalize="characters"
            {...form.getInputProps('claimCurrency')}
          />
        </div>
        <DayField label={label.claimDueOn} {...form.getInputProps('claimDueOn')} />
      </fieldset>
      <fieldset className={classes.set}>
        <legend>{label.forums}</legend>
        <Checkbox.Group className={classes.wide} aria-label={label.forums} {...form.getInputProps('forums')}>
          <div className={classes.options}>
            {FORUMS.map((forum) => (
              <Checkbox key={forum} value={forum} label={words.terms.forum[forum]} />
            ))}
          </div>
        </Checkbox.Group>
        <Textarea
          className={classes.wide}
          label={label.notes}
          autosize
          minRows={3}
          {...form.getInputProps('notes')}
        />
      </fieldset>
    </>
  )
}

interface EntriesProps extends Part {
  field: 'clientMailboxes' | 'counterpartyMailboxes' | 'counterpartyAddresses'
  hint: string
}

/** Several short entries: mailboxes or addresses. */
function Entries({ form, field, hint }: EntriesProps) {
  const words = useWords().cases.form
  const splits = field === 'counterpartyAddresses' ? [] : [',', ' ', ';', '，', '；']
  return (
    <TagsInput
      className={classes.wide}
      label={words[field]}
      description={hint}
      splitChars={splits}
      {...form.getInputProps(field)}
    />
  )
}
