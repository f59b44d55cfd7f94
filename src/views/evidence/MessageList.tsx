import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { ProgressPanel } from '../../components/ProgressPanel.tsx'
import { useRowHeight } from '../../components/use-row-height.ts'
import { VirtualList } from '../../components/VirtualList.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import { focusText } from './focus-text.ts'
import { ImportMenu } from './ImportMenu.tsx'
import { ListHead } from './ListHead.tsx'
import classes from './MessageList.module.css'
import { MessageRowView } from './MessageRowView.tsx'
import { TypedStatements } from './TypedStatements.tsx'
import { useActiveRow } from './use-active-row.ts'
import type { Filter } from './use-filter.ts'
import type { Imports } from './use-import.ts'
import { type MessagePages, useMessages } from './use-messages.ts'

interface MessageListProps {
  caseId: string
  messageId: string | undefined
  imports: Imports
  filter: Filter
  onFilter: (change: Partial<Filter>) => void
  /** A message becomes the active one. */
  onOpen: (messageId: string) => void
  /** The lawyer wants to read it now: the reader comes forward where panes share a place. */
  onRead: () => void
}

/** The messages of a case, of any number, with search, filter and order above. */
export function MessageList({
  caseId,
  messageId,
  imports,
  filter,
  onFilter: change,
  onOpen,
  onRead,
}: MessageListProps) {
  const messages = useMessages(caseId, filter)
  const filtered = filter.search !== '' || Object.keys(filter.filter).length > 0
  return (
    <div className={classes.list}>
      <ListHead caseId={caseId} filter={filter} onChange={change} messages={messages}>
        <ImportMenu imports={imports} />
      </ListHead>
      <TypedStatements caseId={caseId} search={filter.search} />
      {imports.running && (
        <div className={classes.progress}>
          <ProgressPanel job={imports.running} onCancel={imports.cancel} cancelling={imports.cancelling} />
        </div>
      )}
      {messages.error && <Failed error={messages.error} />}
      {messages.loading && <Loading />}
      {!messages.loading && messages.total === 0 && !messages.error && (
        <NoMessages
          filtered={filtered}
          imports={imports}
          onShowAll={() => change({ search: '', filter: {} })}
        />
      )}
      {messages.total > 0 && (
        <Rows
          key={`${filter.order} ${JSON.stringify(filter.filter)} ${filter.search}`}
          messages={messages}
          threaded={filter.order === 'thread'}
          messageId={messageId}
          onOpen={onOpen}
          onRead={onRead}
        />
      )}
    </div>
  )
}

interface RowsProps extends Pick<MessageListProps, 'messageId' | 'onOpen' | 'onRead'> {
  messages: MessagePages
  threaded: boolean
}

function Rows({ messages, threaded, messageId, onOpen, onRead }: RowsProps) {
  const words = useWords()
  const { active, moveTo } = useActiveRow(messages, messageId, onOpen)
  const group = words.app.groups.list
  const read = (): void => {
    onRead()
    focusText()
  }
  useActions([
    {
      id: 'next',
      label: words.evidence.nextRow,
      group,
      keys: 'j',
      run: () => moveTo(Math.min(active + 1, messages.total - 1)),
    },
    {
      id: 'previous',
      label: words.evidence.previousRow,
      group,
      keys: 'k',
      run: () => moveTo(Math.max(active - 1, 0)),
    },
    { id: 'read', label: words.evidence.read, group, keys: 'enter', run: read },
  ])
  return (
    <VirtualList
      label={words.evidence.list}
      count={messages.total}
      rowHeight={useRowHeight(3)}
      active={active}
      onActive={moveTo}
      onOpen={read}
      onPick={onRead}
      onShow={messages.show}
      renderRow={(index) => {
        const row = messages.rowAt(index)
        const before = index > 0 ? messages.rowAt(index - 1) : undefined
        return row && <MessageRowView row={row} follows={threaded && before?.threadId === row.threadId} />
      }}
    />
  )
}

interface NoMessagesProps {
  filtered: boolean
  imports: Imports
  onShowAll: () => void
}

function NoMessages({ filtered, imports, onShowAll }: NoMessagesProps) {
  const words = useWords().evidence
  if (filtered)
    return (
      <EmptyState icon={IconMail} title={words.empty.noneTitle} detail={words.empty.noneDetail}>
        <Button variant="default" size="xs" onClick={onShowAll}>
          {words.empty.showAll}
        </Button>
      </EmptyState>
    )
  return (
    <EmptyState icon={IconMail} title={words.empty.title} detail={words.empty.detail}>
      <Button size="xs" disabled={imports.running !== undefined} onClick={() => void imports.choose('files')}>
        {words.import.files}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={imports.running !== undefined}
        onClick={() => void imports.choose('folder')}
      >
        {words.import.folder}
      </Button>
    </EmptyState>
  )
}
