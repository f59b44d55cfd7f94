import { ActionIcon, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ExportPanel.module.css'

/** A whole hash, to compare by eye and to copy. */
export function HashText({ hash }: { hash: string }) {
  const words = useWords()
  return (
    <span className={classes.hash}>
      <code>{hash}</code>
      <CopyButton value={hash}>
        {({ copied, copy }) => (
          <ActionIcon
            size="xs"
            aria-label={copied ? words.app.copied : words.exhibits.export.copyHash}
            onClick={copy}
          >
            {copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  )
}
