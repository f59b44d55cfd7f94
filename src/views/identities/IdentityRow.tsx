import type { Basis, Identity, Seen, SenderFlag } from '@bridge/model/identity.ts'
import { ActionIcon, Button } from '@mantine/core'
import { IconEye, IconX } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { ConfirmButton } from '../../components/ConfirmButton.tsx'
import { DayText, MomentText } from '../../components/DateText.tsx'
import { useTell } from '../../components/use-tell.ts'
import { wordFlag } from '../../components/word-flag.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { formatCount } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './Identities.module.css'

interface IdentityRowProps {
  caseId: string
  identity: Identity
  onEdit: () => void
}

/** One address: whose it is, how often it wrote, and every reason. */
export function IdentityRow({ caseId, identity, onEdit }: IdentityRowProps) {
  const words = useWords().identities
  const tell = useTell()
  const remove = useCommand('identities.remove')
  const removeIt = async (): Promise<void> => {
    const reply = await remove.run({ identityId: identity.id })
    if (!reply.ok) tell.error(reply.error)
  }
  return (
    <tr>
      <th scope="row">
        <bdi className={classes.value}>{identity.value}</bdi>
        <div className={classes.soft}>
          {words.side[identity.side]} · {words.kind[identity.kind]}
        </div>
        <Flags flags={identity.flags} />
      </th>
      <td>
        <div lang="zh">{identity.companyZh}</div>
        <div>{identity.companyEn}</div>
        <div lang={langOf(identity.person)}>
          {[identity.person, identity.position].filter(Boolean).join(', ')}
        </div>
      </td>
      <td>{identity.seen ? <SeenText seen={identity.seen} /> : <DayText day={null} />}</td>
      <td>
        {identity.bases.length === 0 ? (
          <span className={classes.lacking}>{words.noBasis}</span>
        ) : (
          <ul className={classes.bases}>
            {identity.bases.map((basis) => (
              <BasisLine key={basis.id} caseId={caseId} basis={basis} />
            ))}
          </ul>
        )}
      </td>
      <td>
        <Button size="compact-xs" variant="subtle" onClick={onEdit}>
          {words.edit}
        </Button>
        <ConfirmButton
          size="compact-xs"
          variant="subtle"
          question={words.removeQuestion}
          confirmLabel={words.remove}
          onConfirm={() => void removeIt()}
        >
          {words.remove}
        </ConfirmButton>
      </td>
    </tr>
  )
}

export function Flags({ flags }: { flags: readonly SenderFlag[] }) {
  const words = useWords().identities
  return flags.map((flag) => (
    <div key={`${flag.code} ${flag.other}`} className={classes.flag}>
      <IconEye size={14} aria-hidden="true" />
      <bdi>{wordFlag(words, flag)}</bdi>
    </div>
  ))
}

export function SeenText({ seen }: { seen: Seen }) {
  const words = useWords().identities
  const locale = useLocale()
  return (
    <>
      {words.seen(formatCount(seen.sentCount, locale), formatCount(seen.namedCount, locale))}
      <div className={classes.soft}>
        <MomentText at={seen.firstAt} dayOnly /> – <MomentText at={seen.lastAt} dayOnly />
      </div>
    </>
  )
}

function BasisLine({ caseId, basis }: { caseId: string; basis: Basis }) {
  const { identities: words, evidence } = useWords()
  const [, go] = useLocation()
  const { message } = basis
  const tell = useTell()
  const remove = useCommand('identities.removeBasis')
  const removeIt = async (): Promise<void> => {
    const reply = await remove.run({ basisId: basis.id })
    if (!reply.ok) tell.error(reply.error)
  }
  return (
    <li>
      {words.basis[basis.kind]}{' '}
      <ActionIcon
        size={20}
        aria-label={words.removeBasis}
        title={words.removeBasis}
        onClick={() => void removeIt()}
      >
        <IconX size={14} aria-hidden="true" />
      </ActionIcon>
      {basis.note && <span className={classes.soft}> · {basis.note}</span>}
      {basis.quote && <blockquote lang={langOf(basis.quote)}>{basis.quote}</blockquote>}
      {message && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => go(`/cases/${caseId}/evidence/${message.id}`)}
        >
          {words.shownBy} {message.subject || evidence.noSubject}
        </Button>
      )}
    </li>
  )
}
