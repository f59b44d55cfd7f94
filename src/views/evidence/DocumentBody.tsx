import type { MessageView } from '@bridge/model/evidence.ts'
import type { Place } from '@bridge/model/finding.ts'
import type { Statement } from '@bridge/model/statement.ts'
import { Button } from '@mantine/core'
import { IconDownload, IconFileText } from '@tabler/icons-react'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import { MessageText } from './MessageText.tsx'
import classes from './Reader.module.css'
import { useSaveOriginal } from './use-save-original.ts'

interface DocumentBodyProps {
  message: MessageView
  statements: readonly Statement[]
  places: readonly Place[]
}

/** A document that came by itself: a picture in a frame that loads nothing, a plain text as such, the way to any other. */
export function DocumentBody({ message, statements, places }: DocumentBodyProps) {
  const words = useWords().evidence
  const save = useSaveOriginal(message.id)
  if (message.hasHtml)
    return (
      <div className={classes.body}>
        <iframe
          className={classes.frame}
          sandbox=""
          title={message.subject}
          src={`/content/messages/${message.id}/body`}
        />
      </div>
    )
  if (message.text !== '') return <MessageText {...{ message, statements, places }} choice={null} />
  const [file] = message.attachments
  return (
    <div className={classes.body}>
      <EmptyState icon={IconFileText} title={words.document.title} detail={words.document.detail}>
        {file && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={() => void save(file.partPath)}
          >
            {words.document.save}
          </Button>
        )}
      </EmptyState>
    </div>
  )
}
