import type { FoundPlaces } from '@bridge/model/finding.ts'
import type { Attachment } from '@bridge/model/message.ts'
import { ActionIcon, Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { formatCount, formatSize } from '../../lib/format-number.ts'
import { langOf } from '../../lib/lang-of.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { AttachmentText } from './AttachmentText.tsx'
import classes from './Reader.module.css'
import { useSaveOriginal } from './use-save-original.ts'

interface AttachmentsProps {
  messageId: string
  attachments: readonly Attachment[]
  /** What is looked for, and how often each attachment holds it. */
  search: string
  found: FoundPlaces['attachments']
}

/** What came with the message: name, type, size and hash of each part, and the way to its bytes. */
export function Attachments({ messageId, attachments, search, found }: AttachmentsProps) {
  const { attachments: words, hit } = useWords().evidence
  const locale = useLocale()
  const save = useSaveOriginal(messageId)
  const [opened, setOpened] = useState<Attachment | null>(null)
  const nameOf = ({ fileName, nestedSubject }: Attachment): string =>
    fileName || (nestedSubject === null ? words.noName : words.message(nestedSubject))
  return (
    <section className={classes.attachments} aria-label={words.title}>
      <h3>{words.title}</h3>
      <ul>
        {attachments.map((attachment) => {
          const { partPath, contentType, sizeBytes, sha256, inline } = attachment
          const name = nameOf(attachment)
          const hits = found.find((one) => one.partPath === partPath)?.count ?? 0
          return (
            <li key={partPath} className={classes.attachment}>
              <span className={classes.file} lang={langOf(name)} title={`${name} (${contentType})`}>
                {name}
                {inline && <span className={classes.soft}> · {words.inline}</span>}
              </span>
              {hits > 0 ? (
                <Button
                  size="compact-xs"
                  variant="light"
                  aria-label={hit.openFile(name)}
                  onClick={() => setOpened(attachment)}
                >
                  {hit.inFile(formatCount(hits, locale), hits === 1)}
                </Button>
              ) : (
                <span />
              )}
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
      {opened && (
        <AttachmentText
          key={opened.partPath}
          {...{ messageId, search, partPath: opened.partPath, name: nameOf(opened) }}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  )
}
