import type { Forum } from '@bridge/model/case.ts'
import type { ForumRow } from '@bridge/model/forum.ts'
import { Button, NativeSelect } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { DayText } from '../../components/DateText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Failed } from '../../components/Failed.tsx'
import { ForumMarks } from '../../components/ForumMarks.tsx'
import { Loading } from '../../components/Loading.tsx'
import { StateBadge } from '../../components/StateBadge.tsx'
import { type ForumMarking, useForumRules } from '../../ipc/use-forum-marks.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { formatCount } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { Agreement } from './Agreement.tsx'
import classes from './Forums.module.css'

const SHOWN_AT_FIRST = 200

/** Statements and messages in exhibits by what they count for; the filter leaves those that a forum still lacks. */
export function ForumTable({ caseId }: { caseId: string }) {
  const words = useWords()
  const { forums } = words
  const [, go] = useLocation()
  const [missing, setMissing] = useState<Forum | null>(null)
  const { data, error, refetch } = useQuery('forums.table', { caseId }, { keepPrevious: true })
  const marking = useForumRules(caseId)
  if (error) return <Failed error={error.error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const rows = missing ? data.rows.filter((row) => lacks(row, missing)) : data.rows
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{forums.title}</h2>
      <p className={classes.intro}>{forums.intro}</p>
      {data.forums.length === 0 ? (
        <EmptyState icon={IconScale} title={forums.noForums} detail={forums.noForumsDetail}>
          <Button variant="default" onClick={() => go(`/cases/${caseId}/edit`)}>
            {forums.editCase}
          </Button>
        </EmptyState>
      ) : data.rows.length === 0 ? (
        <EmptyState icon={IconScale} title={forums.nothing} detail={forums.nothingDetail} />
      ) : (
        <>
          <Filter
            forums={data.forums}
            missing={missing}
            onMissing={setMissing}
            shown={rows.length}
            all={data.rows.length}
          />
          <Rows caseId={caseId} forums={data.forums} rows={rows} marking={marking} />
        </>
      )}
    </section>
  )
}

/** Whether something does not count there yet. */
const lacks = (row: ForumRow, forum: Forum): boolean =>
  row.marks.some((mark) => mark.forum === forum && mark.verdict !== 'counts')

interface FilterProps {
  forums: readonly Forum[]
  missing: Forum | null
  onMissing: (forum: Forum | null) => void
  shown: number
  all: number
}

function Filter({ forums, missing, onMissing, shown, all }: FilterProps) {
  const words = useWords()
  const locale = useLocale()
  return (
    <div className={classes.bar}>
      <NativeSelect
        size="xs"
        aria-label={words.forums.filter}
        data={[
          { value: '', label: words.forums.all },
          ...forums.map((value) => ({ value, label: words.forums.missing(words.terms.forum[value]) })),
        ]}
        value={missing ?? ''}
        onChange={(event) => onMissing(forums.find((each) => each === event.currentTarget.value) ?? null)}
      />
      <span className={classes.soft}>
        {words.forums.shown(formatCount(shown, locale), formatCount(all, locale))}
      </span>
    </div>
  )
}

interface RowsProps {
  caseId: string
  forums: readonly Forum[]
  rows: readonly ForumRow[]
  marking: ForumMarking
}

function Rows({ caseId, forums, rows, marking }: RowsProps) {
  const words = useWords()
  const { columns } = words.forums
  const [all, setAll] = useState(false)
  const locale = useLocale()
  const shown = all ? rows : rows.slice(0, SHOWN_AT_FIRST)
  return (
    <>
      <table className={classes.table} aria-label={words.forums.title}>
        <thead>
          <tr>
            <th scope="col" className={classes.what}>
              {columns.what}
            </th>
            <th scope="col" className={classes.narrow}>
              {columns.channel}
            </th>
            <th scope="col" className={classes.narrow}>
              {columns.exhibits}
            </th>
            {forums.map((forum) => (
              <th key={forum} scope="col">
                {words.terms.forum[forum]}
              </th>
            ))}
            <th scope="col" className={classes.narrow}>
              {columns.agreed}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.id} caseId={caseId} row={row} marking={marking} />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {words.forums.shown(formatCount(shown.length, locale), formatCount(rows.length, locale))}
        </Button>
      )}
    </>
  )
}

function Row({ caseId, row, marking }: { caseId: string; row: ForumRow; marking: ForumMarking }) {
  const words = useWords()
  const [, go] = useLocation()
  const place = row.kind === 'statement' ? `confirm/${row.id}` : `evidence/${row.id}`
  const title = row.title || words.evidence.noSubject
  return (
    <tr>
      <th scope="row">
        <a
          className={classes.quote}
          lang={langOf(title)}
          href={`#/cases/${caseId}/${place}`}
          onClick={(event) => {
            event.preventDefault()
            go(`/cases/${caseId}/${place}`)
          }}
        >
          {title}
        </a>
        <div className={classes.soft}>
          {row.who && (
            <>
              <bdi>{row.who}</bdi> ·{' '}
            </>
          )}
          <DayText day={row.on} />
        </div>
      </th>
      <td>
        {words.terms.channel[row.channel]}
        <div>
          {row.kind === 'statement' ? (
            <StateBadge state={row.state} />
          ) : (
            <span className={classes.soft}>{words.forums.exhibit}</span>
          )}
        </div>
      </td>
      <td>{row.exhibitNumbers.join(', ')}</td>
      {row.marks.map((mark) => (
        <td key={mark.forum}>
          <ForumMarks marks={[mark]} bare channel={row.channel} {...marking} />
        </td>
      ))}
      <td>
        <Agreement row={row} />
      </td>
    </tr>
  )
}
