import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { FileDropArea } from '../../components/FileDropArea.tsx'
import { Panes } from '../../components/Panes.tsx'
import type { RoomProps } from '../../components/room.ts'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { AddChat } from './chat/AddChat.tsx'
import { MessageList } from './MessageList.tsx'
import { Reader } from './Reader.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { ReceiptsDialog } from './ReceiptsDialog.tsx'
import { Standing } from './Standing.tsx'
import { useFilter } from './use-filter.ts'
import { useImport } from './use-import.ts'

/** The correspondence of a case: list, reader, and the standing of the message that is open. */
export function EvidenceView({ caseId, itemId }: RoomProps) {
  const words = useWords().evidence
  const [, go] = useLocation()
  const [front, setFront] = useState('reader')
  const imports = useImport(caseId)
  const [filter, changeFilter] = useFilter(caseId)
  const [search] = useDebouncedValue(filter.search, 150)
  const statements = useQuery('confirmations.list', { caseId }).data?.statements ?? []
  const first = { caseId, search: '', filter: {}, order: 'date', offset: 0, limit: 1 } as const
  const isEmpty = useQuery('evidence.list', first).data?.total === 0
  const own = statements.filter(({ message }) => message?.id === itemId)
  const open = (messageId: string): void => {
    if (messageId !== itemId) go(`/cases/${caseId}/evidence/${messageId}`, { replace: itemId !== undefined })
  }
  const list = {
    id: 'list',
    label: words.list,
    content: (
      <MessageList
        caseId={caseId}
        messageId={itemId}
        imports={imports}
        filter={filter}
        onFilter={changeFilter}
        onOpen={open}
        onRead={() => setFront('reader')}
      />
    ),
  }
  const reader = {
    id: 'reader',
    label: words.reader,
    content: (
      <Reader
        key={itemId}
        {...{ caseId, search, isEmpty }}
        onOpen={open}
        messageId={itemId}
        statements={own}
      />
    ),
  }
  const standing = {
    id: 'standing',
    label: words.standing,
    content: <Standing caseId={caseId} messageId={itemId} statements={own} />,
  }
  return (
    <FileDropArea hint={words.import.drop} onFiles={(files) => void imports.drop(files)}>
      <Panes name="evidence" list={list} main={reader} side={standing} front={front} onFront={setFront} />
      {imports.chatToken && (
        <AddChat
          key={imports.chatToken}
          {...{ caseId }}
          token={imports.chatToken}
          onClose={imports.closeChat}
        />
      )}
      {imports.receiptId && <ReceiptDialog importId={imports.receiptId} onClose={() => imports.show(null)} />}
      {imports.listing && (
        <ReceiptsDialog caseId={caseId} onOpen={imports.show} onClose={() => imports.setListing(false)} />
      )}
    </FileDropArea>
  )
}
