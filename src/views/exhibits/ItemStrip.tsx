import type { Exhibit } from '@bridge/model/exhibit.ts'
import { UnstyledButton } from '@mantine/core'
import { IconMail, IconMessage2, IconPaperclip } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { MomentText } from '../../components/DateText.tsx'
import { langOf } from '../../lib/lang-of.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ItemStrip.module.css'
import { useList } from './ListContext.ts'

type Item = Exhibit['items'][number]

/** What an exhibit is made of: its messages with their attachments, and what was typed in. */
export function ItemStrip({ exhibit }: { exhibit: Exhibit }) {
  const words = useWords().exhibits.cell
  return (
    <ul className={classes.strip} aria-label={words.items(exhibit.number)}>
      {exhibit.items.map((item) => (
        <li key={item.messageId ?? item.statementId} className={classes.item}>
          <ItemLink item={item} exhibitId={exhibit.id} />
          {item.attachmentNames.length > 0 && (
            <span className={classes.files} title={item.attachmentNames.join('\n')}>
              <IconPaperclip size={13} aria-hidden="true" />
              <span className={classes.names}>{item.attachmentNames.join(' · ')}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function ItemLink({ item, exhibitId }: { item: Item; exhibitId: string }) {
  const words = useWords().exhibits.cell
  const [, go] = useLocation()
  const { caseId, grid } = useList()
  const label = item.label || words.noSubject
  const room = item.messageId ? `evidence/${item.messageId}` : `confirm/${item.statementId}`
  const Sign = item.messageId ? IconMail : IconMessage2
  return (
    <UnstyledButton
      className={classes.link}
      tabIndex={grid.active?.rowId === exhibitId ? 0 : -1}
      title={item.messageId ? words.openMessage(label) : `${words.spoken}: ${label}`}
      onClick={() => go(`/cases/${caseId}/${room}`)}
    >
      <Sign size={13} aria-hidden="true" className={classes.sign} />
      <span className={classes.label} lang={langOf(label)}>
        {label}
      </span>
      {item.sentAt && (
        <span className={classes.date}>
          <MomentText at={item.sentAt} dayOnly />
        </span>
      )}
    </UnstyledButton>
  )
}
