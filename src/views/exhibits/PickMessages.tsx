import type { MessageRow } from '@bridge/model/evidence.ts'
import { useDebouncedValue } from '@mantine/hooks'
import { IconMail, IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { MomentText } from '../../components/DateText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Failed } from '../../components/Failed.tsx'
import { FilterRow } from '../../components/FilterRow.tsx'
import { useRowHeight } from '../../components/use-row-height.ts'
import { VirtualList } from '../../components/VirtualList.tsx'
import { usePaged } from '../../ipc/use-paged.ts'
import { formatCount } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './AddExhibits.module.css'
import { PickRow } from './PickRow.tsx'

interface PickMessagesProps {
  caseId: string
  chosen: ReadonlySet<string>
  onTurn: (id: string) => void
}

/** All messages of the case, found by search, to choose from. */
export function PickMessages({ caseId, chosen, onTurn }: PickMessagesProps) {
  const words = useWords()
  const label = words.exhibits.picker
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search, 150)
  const [active, setActive] = useState(0)
  const rowHeight = useRowHeight(2)
  const list = usePaged('evidence.list', { caseId, search: asked, order: 'date', filter: {} })
  const rowAt = (index: number): MessageRow | undefined => {
    const found = list.pageOf(index)
    return found?.page.rows[found.at]
  }
  const turn = (index: number): void => {
    const row = rowAt(index)
    if (row) onTurn(row.id)
  }
  const isEmpty = list.total === 0 && !list.loading
  return (
    <>
      <FilterRow
        searchLabel={label.search}
        clearLabel={label.clearSearch}
        group={words.app.groups.exhibits}
        search={search}
        onSearch={setSearch}
      />
      {list.error && <Failed error={list.error} />}
      {isEmpty && !list.error && (
        <EmptyState
          icon={IconMail}
          title={asked ? label.noneFits : label.noMessages}
          {...(asked ? {} : { detail: label.noMessagesDetail })}
        />
      )}
      <VirtualList
        label={label.messages}
        count={list.total}
        rowHeight={rowHeight}
        active={Math.min(active, list.total - 1)}
        onActive={setActive}
        onOpen={turn}
        onPick={turn}
        onShow={list.show}
        chosen={{ has: (index) => chosen.has(rowAt(index)?.id ?? ''), turn }}
        renderRow={(index) => {
          const row = rowAt(index)
          return (
            row && (
              <PickRow isChosen={chosen.has(row.id)}>
                <MessageLines row={row} />
              </PickRow>
            )
          )
        }}
      />
    </>
  )
}

function MessageLines({ row }: { row: MessageRow }) {
  const words = useWords().evidence
  const locale = useLocale()
  const subject = row.subject || words.noSubject
  const files = formatCount(row.attachmentCount, locale)
  const exhibits = formatCount(row.exhibitCount, locale)
  return (
    <>
      <span className={classes.quote} lang={langOf(subject)}>
        {subject}
      </span>
      <span className={classes.meta}>
        <span className={classes.who}>{row.fromName || row.fromAddress || words.noSender}</span>
        {row.fromCounterparty && <span>{words.counterparty}</span>}
        <MomentText at={row.sentAt} zoneMinutes={row.sentZoneMinutes} dayOnly />
        {row.attachmentCount > 0 && (
          <span className={classes.files}>
            <IconPaperclip size={13} aria-hidden="true" />
            {words.attachmentCount(files, row.attachmentCount === 1)}
          </span>
        )}
        {row.exhibitCount > 0 && <span>{words.exhibitCount(exhibits, row.exhibitCount === 1)}</span>}
      </span>
    </>
  )
}
