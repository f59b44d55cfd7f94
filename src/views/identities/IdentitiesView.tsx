import type { Identity, IdentityDraft, Side } from '@bridge/model/identity.ts'
import { Button } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import type { RoomProps } from '../../components/room.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Identities.module.css'
import { IdentityDialog } from './IdentityDialog.tsx'
import { IdentityRow } from './IdentityRow.tsx'
import type { Opened } from './opened.ts'
import { PrintBar } from './PrintBar.tsx'
import { Senders } from './Senders.tsx'

const SIDE_ORDER: readonly Side[] = ['counterparty', 'client', 'third-party']

const BLANK: IdentityDraft = {
  side: 'counterparty',
  kind: 'email',
  value: '',
  companyZh: '',
  companyEn: '',
  person: '',
  position: '',
}

/** Which address is whose and why; below, the addresses of the correspondence that are not placed yet. */
export function IdentitiesView({ caseId }: RoomProps) {
  const words = useWords().identities
  const [opened, setOpened] = useState<Opened | null>(null)
  const { data, error, refetch } = useQuery('identities.list', { caseId }, { keepPrevious: true })
  if (error) return <Failed error={error.error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <section className={classes.view} aria-label={words.title}>
      <div className={classes.column}>
        <section className={classes.section}>
          <h2 className={classes.title}>{words.title}</h2>
          <p className={classes.intro}>{words.intro}</p>
          {data.identities.length === 0 ? (
            <EmptyState icon={IconAddressBook} title={words.empty} detail={words.emptyDetail} />
          ) : (
            <IdentityTable caseId={caseId} identities={data.identities} onEdit={setOpened} />
          )}
          <div className={classes.bar}>
            <Button variant="default" onClick={() => setOpened({ draft: BLANK, bases: [] })}>
              {words.add}
            </Button>
            {data.identities.length > 0 && <PrintBar caseId={caseId} />}
          </div>
        </section>
        <Senders caseId={caseId} onAccept={({ proposal }) => setOpened(proposal)} />
      </div>
      {opened && <IdentityDialog caseId={caseId} opened={opened} onClose={() => setOpened(null)} />}
    </section>
  )
}

interface IdentityTableProps {
  caseId: string
  identities: readonly Identity[]
  onEdit: (opened: Opened) => void
}

function IdentityTable({ caseId, identities, onEdit }: IdentityTableProps) {
  const words = useWords().identities
  const ordered = SIDE_ORDER.flatMap((side) => identities.filter((each) => each.side === side))
  return (
    <table className={classes.table} aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.columns.address}</th>
          <th scope="col">{words.columns.company}</th>
          <th scope="col">{words.columns.seen}</th>
          <th scope="col" className={classes.who}>
            {words.columns.bases}
          </th>
          <th scope="col" className={classes.narrow} aria-label={words.edit} />
        </tr>
      </thead>
      <tbody>
        {ordered.map((identity) => (
          <IdentityRow
            key={identity.id}
            caseId={caseId}
            identity={identity}
            onEdit={() => onEdit({ draft: draftOf(identity), identityId: identity.id, bases: [] })}
          />
        ))}
      </tbody>
    </table>
  )
}

const draftOf = ({ side, kind, value, companyZh, companyEn, person, position }: Identity): IdentityDraft => ({
  ...{ side, kind, value, companyZh, companyEn, person, position },
})
