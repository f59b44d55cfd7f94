import type { ExportRecord } from '@bridge/model/exhibit.ts'
import { Button, CloseButton } from '@mantine/core'
import { IconFolderOpen, IconRosetteDiscountCheckFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './ExportPanel.module.css'
import { HashText } from './HashText.tsx'

interface ExportCardProps {
  record: ExportRecord
  onReveal: () => void
  onDismiss: () => void
}

/** What an export made: sealed by the hash of its manifest. */
export function ExportCard({ record, onReveal, onDismiss }: ExportCardProps) {
  const locale = useLocale()
  const words = useWords().exhibits.export
  return (
    <section className={classes.card} aria-label={words.done(record.name)}>
      <div className={classes.top}>
        <p className={classes.done} role="status">
          <IconRosetteDiscountCheckFilled size={18} aria-hidden="true" className={classes.seal} />
          <span className={classes.name}>{words.done(record.name)}</span>
        </p>
        <Button
          size="compact-sm"
          leftSection={<IconFolderOpen size={14} aria-hidden="true" />}
          onClick={onReveal}
        >
          {words.reveal}
        </Button>
        <CloseButton size="sm" aria-label={words.dismiss} onClick={onDismiss} />
      </div>
      <dl className={classes.facts}>
        <Fact label={words.exhibits}>{formatCount(record.exhibitCount, locale)}</Fact>
        <Fact label={words.pages}>{formatCount(record.pageCount, locale)}</Fact>
        <Fact label={words.manifest}>
          <HashText hash={record.manifestSha256} />
        </Fact>
      </dl>
    </section>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
