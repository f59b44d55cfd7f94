import type { CopyDifference } from '@bridge/model/authenticity.ts'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Failed } from '../../../components/Failed.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { useQuery } from '../../../ipc/use-query.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Authenticity.module.css'

/** This message beside another copy of it, chosen among those with the same Message-ID. */
export function CopiesTab({ messageId }: { messageId: string }) {
  const words = useWords().authenticity.copies
  const { data, error } = useQuery('authenticity.listCopies', { messageId })
  const [chosen, setChosen] = useState<string | null>(null)
  if (error) return <Failed error={error.error} />
  if (!data) return <Loading />
  const other = chosen ?? data.copies[0]?.id
  return (
    <div className={classes.tab}>
      <p className={classes.intro}>{words.intro}</p>
      {other === undefined ? (
        <p className={classes.soft}>{words.none}</p>
      ) : (
        <>
          <NativeSelect
            label={words.other}
            data={data.copies.map((copy) => ({
              value: copy.id,
              label: [copy.subject, copy.fromAddress, copy.sentAt?.slice(0, 10)].filter(Boolean).join(' · '),
            }))}
            value={other}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Differences leftId={messageId} rightId={other} />
        </>
      )}
    </div>
  )
}

function Differences({ leftId, rightId }: { leftId: string; rightId: string }) {
  const words = useWords().authenticity.copies
  const locale = useLocale()
  const { data, error } = useQuery('authenticity.compare', { leftId, rightId })
  if (error) return <Failed error={error.error} />
  if (!data) return <Loading />
  const { differences } = data
  if (differences.length === 0) return <p>{words.same}</p>
  const [expected, unexpected] = [
    differences.filter((each) => each.expected),
    differences.filter((each) => !each.expected),
  ]
  return (
    <>
      <strong role="status">{words.unexpected(formatCount(unexpected.length, locale))}</strong>
      <DifferenceTable differences={unexpected} />
      <strong>{words.expected(formatCount(expected.length, locale))}</strong>
      <DifferenceTable differences={expected} />
    </>
  )
}

function DifferenceTable({ differences }: { differences: readonly CopyDifference[] }) {
  const words = useWords().authenticity.copies
  if (differences.length === 0) return null
  return (
    <table className={classes.differences}>
      <thead>
        <tr>
          <th scope="col" />
          <th scope="col">{words.this}</th>
          <th scope="col">{words.other}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ what, name, left, right }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name, and nothing moves
          <tr key={at}>
            <th scope="row">
              {words.what[what]} {what === 'header' || what === 'attachment' ? name : ''}
            </th>
            <td>{left ?? words.absent}</td>
            <td>{right ?? words.absent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
