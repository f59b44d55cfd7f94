import type { Gap } from '@bridge/model/finding.ts'
import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { MomentText } from '../../components/DateText.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { composeGapRequest } from './compose-gap-request.ts'
import classes from './ThreadSection.module.css'

/** How many replies answer a message that is not in the case; opens the list of what is missing. */
export function GapsButton({ caseId }: { caseId: string }) {
  const words = useWords().finding.gaps
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const { data } = useQuery('finding.listGaps', { caseId })
  if (!data || data.gapCount === 0) return null
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {words.open(formatCount(data.replyCount, locale), data.replyCount === 1)}
      </Button>
      {open && (
        <Dialog title={words.title} size={640} onClose={() => setOpen(false)}>
          <p>{words.explain}</p>
          <Missing {...{ caseId, ...data }} />
        </Dialog>
      )}
    </>
  )
}

function Missing({ caseId, gaps, gapCount }: { caseId: string; gaps: readonly Gap[]; gapCount: number }) {
  const { finding, evidence } = useWords()
  const words = finding.gaps
  const locale = useLocale()
  return (
    <>
      <CopyButton value={composeGapRequest(gaps, gapCount)}>
        {({ copied, copy }) => (
          <Button
            size="xs"
            variant="default"
            leftSection={
              copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />
            }
            onClick={copy}
          >
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
      <p className={classes.soft}>{words.count(formatCount(gapCount, locale), gapCount === 1)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <ul className={`${classes.thread} ${classes.gaps}`} tabIndex={0}>
        {gaps.map(({ headerMessageId, replies }) => (
          <li key={headerMessageId}>
            <code className={classes.id}>{`<${headerMessageId}>`}</code>
            <div className={classes.soft}>{words.answeredBy}</div>
            {replies.map((reply) => (
              <Link key={reply.id} href={`/cases/${caseId}/evidence/${reply.id}`} className={classes.entry}>
                <span className={classes.subject}>{reply.subject || evidence.noSubject}</span>
                <span className={classes.soft}>
                  {reply.fromName || reply.fromAddress} ·{' '}
                  <MomentText at={reply.sentAt} zoneMinutes={reply.sentZoneMinutes} dayOnly />
                </span>
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
