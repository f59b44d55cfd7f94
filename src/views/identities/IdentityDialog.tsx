import {
  BASIS_KINDS,
  type BasisDraft,
  IDENTITY_KINDS,
  type IdentityDraft,
  SIDES,
} from '@bridge/model/identity.ts'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { Failed } from '../../components/Failed.tsx'
import { useTell } from '../../components/use-tell.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Identities.module.css'
import type { Opened } from './opened.ts'
import { useSaveIdentity } from './use-save-identity.ts'

interface IdentityDialogProps {
  caseId: string
  opened: Opened
  onClose: () => void
}

const NO_BASIS: BasisDraft = { kind: 'contract-clause', messageId: null, quote: '', note: '' }

/** Says whose an address is, and why: proposed reasons are taken over by their tick, one more may be written. */
export function IdentityDialog({ caseId, opened, onClose }: IdentityDialogProps) {
  const words = useWords().identities
  const { dialog } = words
  const tell = useTell()
  const [draft, setDraft] = useState(opened.draft)
  const [kept, setKept] = useState<readonly number[]>(opened.bases.map((_basis, at) => at))
  const [own, setOwn] = useState(NO_BASIS)
  const { save, error, running } = useSaveIdentity(caseId, opened.identityId)
  const change = (part: Partial<IdentityDraft>): void => setDraft({ ...draft, ...part })
  const submit = async (): Promise<void> => {
    const taken = opened.bases
      .filter((_basis, at) => kept.includes(at))
      .map(({ message, ...basis }) => ({ ...basis, messageId: message?.id ?? null }))
    const written = own.note.trim() === '' ? [] : [own]
    if (!(await save(draft, [...taken, ...written]))) return
    tell.done(dialog.done)
    onClose()
  }
  return (
    <Dialog title={dialog.title} size={640} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Fields draft={draft} onChange={change} />
        {opened.bases.map((basis, at) => (
          <Checkbox
            // biome-ignore lint/suspicious/noArrayIndexKey: proposals have no identity, and nothing moves
            key={at}
            checked={kept.includes(at)}
            onChange={({ currentTarget }) =>
              setKept(currentTarget.checked ? [...kept, at] : kept.filter((each) => each !== at))
            }
            label={`${words.basis[basis.kind]}${basis.note && ` · ${basis.note}`}`}
            description={basis.quote && <span lang={langOf(basis.quote)}>{basis.quote}</span>}
          />
        ))}
        <div className={classes.pair}>
          <NativeSelect
            label={dialog.basisKind}
            data={BASIS_KINDS.map((value) => ({ value, label: words.basis[value] }))}
            value={own.kind}
            onChange={(event) => {
              const kind = BASIS_KINDS.find((each) => each === event.currentTarget.value)
              if (kind) setOwn({ ...own, kind })
            }}
          />
          <TextInput
            label={dialog.note}
            maxLength={2_000}
            value={own.note}
            onChange={(event) => setOwn({ ...own, note: event.currentTarget.value })}
          />
        </div>
        {error && <Failed error={error} />}
        <div className={classes.row}>
          <Button type="submit" loading={running} disabled={draft.value.trim() === ''}>
            {dialog.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  draft: IdentityDraft
  onChange: (part: Partial<IdentityDraft>) => void
}

const TEXTS = ['companyZh', 'companyEn', 'person', 'position'] as const

function Fields({ draft, onChange }: FieldsProps) {
  const words = useWords().identities
  const { dialog } = words
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label={dialog.side}
          data={SIDES.map((value) => ({ value, label: words.side[value] }))}
          value={draft.side}
          onChange={(event) => {
            const side = SIDES.find((each) => each === event.currentTarget.value)
            if (side) onChange({ side })
          }}
        />
        <NativeSelect
          label={dialog.kind}
          data={IDENTITY_KINDS.map((value) => ({ value, label: words.kind[value] }))}
          value={draft.kind}
          onChange={(event) => {
            const kind = IDENTITY_KINDS.find((each) => each === event.currentTarget.value)
            if (kind) onChange({ kind })
          }}
        />
      </div>
      <TextInput
        label={dialog.value}
        required
        data-autofocus
        maxLength={300}
        value={draft.value}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        {TEXTS.map((field) => (
          <TextInput
            key={field}
            label={dialog[field]}
            maxLength={300}
            value={draft[field]}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
    </>
  )
}
