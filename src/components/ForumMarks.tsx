import type { Channel } from '@bridge/model/channel.ts'
import {
  type ForumMark,
  type ForumRule,
  OWN_VERDICTS,
  type OwnVerdict,
  type RuleOverride,
} from '@bridge/model/forum.ts'
import { Button, NativeSelect, Popover, Textarea } from '@mantine/core'
import {
  IconBan,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockExclamation,
  IconEyeglass,
  IconScale,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useLocale, useWords } from '../messages/WordsProvider.tsx'
import { DayText } from './DateText.tsx'
import classes from './ForumMarks.module.css'

const SIGNS = {
  counts: IconCircleCheckFilled,
  'counts-if-confirmed': IconCircleDashed,
  'reference-only': IconEyeglass,
  'lost-when-deleted': IconClockExclamation,
  'does-not-count': IconBan,
  contested: IconScale,
} satisfies Record<ForumMark['verdict'], unknown>

interface MarkingProps {
  channel: Channel
  rules: readonly ForumRule[]
  override: (override: RuleOverride) => Promise<boolean>
  restore: (key: Pick<RuleOverride, 'ruleId' | 'forum' | 'channel'>) => Promise<boolean>
}

interface ForumMarksProps extends MarkingProps {
  marks: readonly ForumMark[]
  /** Without the forum's name, where a heading names it. */
  bare?: boolean
}

/** What something counts for before each forum, with the rule, its source and its date behind each mark. */
export const ForumMarks = ({ marks, bare = false, ...marking }: ForumMarksProps) => (
  <div className={classes.marks}>
    {marks.map((mark) => (
      <Mark key={mark.forum} mark={mark} bare={bare} {...marking} />
    ))}
  </div>
)

function Mark({ mark, bare, ...marking }: MarkingProps & { mark: ForumMark; bare: boolean }) {
  const { terms, forums } = useWords()
  const Sign = SIGNS[mark.verdict]
  const label = `${terms.forum[mark.forum]}: ${forums.verdict[mark.verdict]}`
  return (
    <Popover width={360} shadow="md" withinPortal returnFocus transitionProps={{ duration: 80 }} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.mark}
          data-verdict={mark.verdict}
          aria-label={label}
          title={label}
        >
          <Sign size={14} aria-hidden="true" />
          {bare ? forums.verdict[mark.verdict] : forums.short[mark.forum]}
          {mark.overridden !== null && <span aria-hidden="true">*</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Why mark={mark} {...marking} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Why({ mark, channel, rules, override, restore }: MarkingProps & { mark: ForumMark }) {
  const { terms, forums, app } = useWords()
  const locale = useLocale()
  const language = locale === 'zh-CN' ? 'zh' : 'en'
  const [ruleId = ''] = mark.ruleIds
  const key = { ruleId, forum: mark.forum, channel }
  return (
    <div className={classes.why}>
      <p>
        <strong>{terms.forum[mark.forum]}</strong> · {forums.verdict[mark.verdict]}
      </p>
      <p>{mark.say[language]}</p>
      {mark.overridden !== null && (
        <div className={classes.row}>
          <p>
            {forums.overridden} {mark.overridden}
          </p>
          <Button size="compact-xs" variant="default" onClick={() => void restore(key)}>
            {forums.restore(ruleId)}
          </Button>
        </div>
      )}
      <dl>
        {mark.ruleIds.map((id) => (
          <Rule key={id} id={id} rule={rules.find((each) => each.id === id)} language={language} />
        ))}
      </dl>
      <OverrideForm
        label={forums.override(ruleId)}
        save={app.save}
        mark={mark}
        onSave={(verdict, reason) => override({ ...key, verdict, reason })}
      />
    </div>
  )
}

function Rule({ id, rule, language }: { id: string; rule: ForumRule | undefined; language: 'zh' | 'en' }) {
  const { forums } = useWords()
  if (!rule) return null
  return (
    <div>
      <dt>{id}</dt>
      <dd>
        {rule.text[language]}
        <div className={classes.soft}>
          {rule.source[language]}, {rule.clause} ·{' '}
          {rule.currentOn ? (
            <>
              {forums.currentOn} <DayText day={rule.currentOn} />
            </>
          ) : (
            forums.undated
          )}{' '}
          ·{' '}
          {rule.verifiedOn ? (
            <>
              {forums.verifiedOn} <DayText day={rule.verifiedOn} />
            </>
          ) : (
            forums.unverified
          )}
        </div>
      </dd>
    </div>
  )
}

interface OverrideFormProps {
  label: string
  save: string
  mark: ForumMark
  onSave: (verdict: OwnVerdict, reason: string) => Promise<boolean>
}

function OverrideForm({ label, save, mark, onSave }: OverrideFormProps) {
  const { forums } = useWords()
  const [open, setOpen] = useState(false)
  const [verdict, setVerdict] = useState<OwnVerdict>(
    mark.verdict === 'contested' ? 'counts-if-confirmed' : mark.verdict,
  )
  const [reason, setReason] = useState(mark.overridden ?? '')
  if (!open)
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {label}
      </Button>
    )
  return (
    <>
      <NativeSelect
        size="xs"
        label={forums.ownVerdict}
        data={OWN_VERDICTS.map((value) => ({ value, label: forums.verdict[value] }))}
        value={verdict}
        onChange={(event) => {
          const chosen = OWN_VERDICTS.find((each) => each === event.currentTarget.value)
          if (chosen) setVerdict(chosen)
        }}
      />
      <Textarea
        size="xs"
        label={forums.reason}
        required
        autosize
        maxRows={5}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button
          size="compact-sm"
          disabled={reason.trim() === ''}
          onClick={() => void onSave(verdict, reason.trim()).then((kept) => kept && setOpen(false))}
        >
          {save}
        </Button>
      </div>
    </>
  )
}
