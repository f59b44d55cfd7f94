import type { Sender } from '@bridge/model/identity.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Failed } from '../../components/Failed.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { formatCount } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './Identities.module.css'
import { Flags, SeenText } from './IdentityRow.tsx'

const PAGE = 50

interface SendersProps {
  caseId: string
  onAccept: (sender: Sender) => void
}

/** Addresses of the correspondence that are in no entry of the table, with what the app would make of each. */
export function Senders({ caseId, onAccept }: SendersProps) {
  const words = useWords().identities
  const locale = useLocale()
  const [limit, setLimit] = useState(PAGE)
  const page = { caseId, offset: 0, limit }
  const { data, error, refetch } = useQuery('identities.listSenders', page, { keepPrevious: true })
  if (error) return <Failed error={error.error} onRetry={() => void refetch()} />
  if (!data || data.total === 0) return null
  const { senders, total } = data
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{words.unplaced}</h2>
      <p className={classes.intro}>{words.unplacedIntro(total)}</p>
      <table className={classes.table} aria-label={words.unplaced}>
        <thead>
          <tr>
            <th scope="col" className={classes.who}>
              {words.columns.address}
            </th>
            <th scope="col">{words.columns.seen}</th>
            <th scope="col">{words.columns.proposal}</th>
            <th scope="col" className={classes.narrow} aria-label={words.accept} />
          </tr>
        </thead>
        <tbody>
          {senders.map((sender) => (
            <SenderRow
              key={sender.proposal.draft.kind + sender.address}
              sender={sender}
              onAccept={() => onAccept(sender)}
            />
          ))}
        </tbody>
      </table>
      {senders.length < total && limit < 200 && (
        <div className={classes.row}>
          <Button variant="subtle" size="compact-sm" onClick={() => setLimit(Math.min(200, limit + PAGE))}>
            {words.more(formatCount(senders.length, locale), formatCount(total, locale))}
          </Button>
        </div>
      )}
    </section>
  )
}

function SenderRow({ sender, onAccept }: { sender: Sender; onAccept: () => void }) {
  const words = useWords().identities
  const { draft, bases } = sender.proposal
  const names = sender.names.slice(0, 3).join(', ')
  return (
    <tr>
      <th scope="row">
        <bdi className={classes.value}>{sender.address}</bdi>
        <div lang={langOf(names)}>
          <bdi>{names}</bdi>
        </div>
        <Flags flags={sender.flags} />
      </th>
      <td>
        <SeenText seen={sender.seen} />
      </td>
      <td>
        {sender.side === null && bases.length === 0 ? (
          <span className={classes.lacking}>{words.unknown}</span>
        ) : (
          <>
            {[words.side[draft.side], draft.companyZh || draft.companyEn].filter(Boolean).join(' · ')}
            <div className={classes.soft}>{bases.map(({ kind }) => words.basis[kind]).join(', ')}</div>
          </>
        )}
      </td>
      <td>
        <Button size="compact-xs" variant="default" onClick={onAccept}>
          {words.accept}
        </Button>
      </td>
    </tr>
  )
}
