import type { DkimKey, KeyName } from '@bridge/model/authenticity.ts'
import { Button } from '@mantine/core'
import { ConfirmButton } from '../../../components/ConfirmButton.tsx'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { useQuery } from '../../../ipc/use-query.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import { AddKeys } from './AddKeys.tsx'
import classes from './Authenticity.module.css'
import { VerdictSign } from './VerdictSign.tsx'

interface KeysTabProps {
  caseId: string
  needed: readonly (KeyName & { kept: boolean })[]
}

const nameOf = ({ selector, domain }: KeyName): string => `${selector}._domainkey.${domain}`

/** The way to the keys: what is needed, the sheet for another computer, what it answered, what is kept. */
export function KeysTab({ caseId, needed }: KeysTabProps) {
  const words = useWords().authenticity.keys
  const locale = useLocale()
  const tell = useTell()
  const sheet = useCommand('authenticity.saveLookup')
  const kept = useQuery('authenticity.listKeys', {}).data?.keys ?? []
  const saveSheet = async (): Promise<void> => {
    const reply = await sheet.run({ caseId })
    if (!reply.ok) tell.error(reply.error)
    else if (reply.value.names === 0) tell.done(words.noNames)
    else if (reply.value.saved)
      tell.done(words.saved(formatCount(reply.value.names, locale), formatCount(reply.value.unread, locale)))
  }
  return (
    <div className={classes.tab}>
      <p className={classes.intro}>{words.intro}</p>
      <section className={classes.group}>
        <h4>{words.needed}</h4>
        {needed.length === 0 && <p className={classes.soft}>{words.none}</p>}
        <ul className={classes.list}>
          {needed.map((name) => (
            <li key={nameOf(name)}>
              <code>{nameOf(name)}</code>
              <VerdictSign
                verdict={name.kept ? 'consistent' : 'cannot-be-tested'}
                word={name.kept ? words.kept : words.missing}
              />
            </li>
          ))}
        </ul>
      </section>
      <div>
        <Button variant="default" loading={sheet.running} onClick={() => void saveSheet()}>
          {words.sheet}
        </Button>
      </div>
      <AddKeys />
      {kept.length > 0 && (
        <section className={classes.group}>
          <h4>{words.all}</h4>
          <ul className={classes.list}>
            {kept.map((key) => (
              <KeptKey key={key.id} kept={key} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function KeptKey({ kept }: { kept: DkimKey }) {
  const words = useWords().authenticity.keys
  const tell = useTell()
  const withdraw = useCommand('authenticity.withdrawKey')
  const run = async (): Promise<void> => {
    const reply = await withdraw.run({ keyId: kept.id })
    if (!reply.ok) tell.error(reply.error)
  }
  return (
    <li>
      <span>
        <code>{nameOf(kept)}</code>
        <br />
        <span className={classes.soft}>
          {words.by(kept.lookedUpOn, [kept.lookedUpBy, kept.source].filter(Boolean).join(' · '))}
        </span>
      </span>
      <ConfirmButton
        size="compact-xs"
        variant="subtle"
        question={words.withdrawQuestion}
        confirmLabel={words.withdraw}
        onConfirm={() => void run()}
      >
        {words.withdraw}
      </ConfirmButton>
    </li>
  )
}
