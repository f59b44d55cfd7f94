import { CHARSETS } from '@bridge/model/charset.ts'
import { CHAT_FORMATS, type ChatFormat, type ChatPreview, type DateOrder } from '@bridge/model/chat.ts'
import { NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import { Notice } from '../../../components/Notice.tsx'
import { formatCount, formatPercent } from '../../../lib/format-number.ts'
import { useLocale, useWords } from '../../../messages/WordsProvider.tsx'
import classes from './AddChat.module.css'
import { ColumnFields } from './ColumnFields.tsx'
import { type AddChatState, MOST_SPEAKERS } from './use-add-chat.ts'

const ZONES = Intl.supportedValuesOf('timeZone')

/** What the lawyer states about the file; each field says what was found and what is assumed. */
export function ReadingForm({ chat, preview }: { chat: AddChatState; preview: ChatPreview }) {
  const { chat: words } = useWords()
  const label = words.add
  const locale = useLocale()
  const zones = useId()
  const { options, change } = chat
  const confidence = new Map(preview.recognised.map((each) => [each.format, each.confidence]))
  const nameFormat = (format: ChatFormat): string => {
    const found = confidence.get(format)
    const name = words.format[format]
    return found === undefined ? name : `${name} (${label.likely(formatPercent(found, locale))})`
  }
  return (
    <div className={classes.form}>
      <NativeSelect
        label={label.formatLabel}
        value={preview.format ?? ''}
        error={preview.format === null && label.unknown}
        data={[
          ...(preview.format === null ? [{ value: '', label: '–' }] : []),
          ...CHAT_FORMATS.map((value) => ({ value, label: nameFormat(value) })),
        ]}
        onChange={({ currentTarget }) =>
          change({ format: (currentTarget.value || null) as ChatFormat | null })
        }
      />
      {preview.format === 'table' && preview.table && (
        <ColumnFields table={preview.table} onChange={(columns) => change({ columns })} />
      )}
      {preview.format === 'pattern' && (
        <TextInput
          label={label.pattern}
          description={label.patternHelp}
          placeholder="[{time}] {speaker}: {text}"
          value={options.pattern ?? ''}
          maxLength={200}
          onChange={({ currentTarget }) => change({ pattern: currentTarget.value })}
        />
      )}
      <NativeSelect
        label={label.charset}
        value={options.charset ?? ''}
        description={preview.charsetGuessed ? label.guessed : undefined}
        data={[
          { value: '', label: label.found(preview.charset.toUpperCase()) },
          ...CHARSETS.map((value) => ({ value, label: value.toUpperCase() })),
        ]}
        onChange={({ currentTarget }) => change({ charset: currentTarget.value || null })}
      />
      {preview.damagedCount > 0 && (
        <Notice kind="warning" title={label.damaged(formatCount(preview.damagedCount, locale))} />
      )}
      <OrderField chat={chat} preview={preview} />
      <TextInput
        label={label.zone}
        description={label.zoneHelp}
        placeholder={label.noZone}
        list={zones}
        value={options.zone ?? ''}
        maxLength={60}
        onChange={({ currentTarget }) => change({ zone: currentTarget.value.trim() || null })}
      />
      <datalist id={zones}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {preview.counts.lines === 0 && preview.format !== null && (
        <Notice kind="warning" title={label.noLines} />
      )}
      {preview.speakers.length > MOST_SPEAKERS && (
        <Notice kind="warning" title={label.manySpeakers(formatCount(preview.speakers.length, locale))} />
      )}
    </div>
  )
}

/** Which number is the day; where the file leaves it open, both readings are shown and one must be chosen. */
function OrderField({ chat, preview }: { chat: AddChatState; preview: ChatPreview }) {
  const { add: label, order: orders } = useWords().chat
  const { options, change } = chat
  const isOpen = preview.dateOrders.length > 1
  if (preview.dateOrder === null) return null
  const choices = isOpen ? preview.dateOrders : (['ymd', 'dmy', 'mdy'] as const)
  return (
    <div>
      <NativeSelect
        label={label.order}
        value={options.dateOrder ?? (isOpen ? '' : preview.dateOrder)}
        error={isOpen && options.dateOrder === null && label.orderOpen}
        data={[
          ...(isOpen && options.dateOrder === null ? [{ value: '', label: '–' }] : []),
          ...choices.map((value) => ({ value, label: orders[value] })),
        ]}
        onChange={({ currentTarget }) =>
          change({ dateOrder: (currentTarget.value || null) as DateOrder | null })
        }
      />
      {preview.ambiguous.map(({ raw, days }) => (
        <ul key={raw} className={classes.readings}>
          {days.map(({ order, day }) => (
            <li key={order}>
              {orders[order]}: <bdi>{label.means(raw, day)}</bdi>
            </li>
          ))}
        </ul>
      ))}
    </div>
  )
}
