import type { Attachment } from '@bridge/model/message.ts'
import { ActionIcon } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { formatSize } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './Reader.module.css'
import { useSaveOriginal } from './use-save-original.ts'

interface AttachmentsProps {
  messageId: string
  attachments: readonly Attachment[]
}

/** What came with the message: name, type, size and hash of each part, and the way to its bytes. */
export function Attachments({ messageId, attachments }: AttachmentsProps) {
  const words = useWords().evidence.attachments
  const locale = useLocale()
  const save = useSaveOriginal(messageId)
  const nameOf = ({ fileName, nestedSubject }: Attachment): string =>
    fileName || (nestedSubject === null ? words.noName : words.message(nestedSubject))
  return (
    <section className={classes.attachments} aria-label={words.title}>
      <h3>{words.title}</h3>
      <ul>
        {attachments.map((attachment) => {
          const { partPath, contentType, sizeBytes, sha256, inline } = attachment
          const name = nameOf(attachment)
          return (
            <li key={partPath} className={classes.attachment}>
              <span className={classes.file} lang={langOf(name)} title={`${name} (${contentType})`}>
                {name}
                {inline && <span className={classes.soft}> · {words.inline}</span>}
              </span>
              <span className={classes.facts} title={`SHA-256 ${sha256}`}>
                SHA-256 <code>{sha256.slice(0, 8)}…</code>
              </span>
              <span className={classes.size}>{formatSize(sizeBytes, locale)}</span>
              <ActionIcon size={28} aria-label={words.save(name)} onClick={() => void save(partPath)}>
                <IconDownload size={16} aria-hidden="true" />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
