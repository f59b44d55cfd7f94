import type { MessageView } from '@bridge/model/evidence.ts'
import type { Translation } from '@bridge/model/translation.ts'
import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { ConfirmButton } from '../../../components/ConfirmButton.tsx'
import { DayText } from '../../../components/DateText.tsx'
import { useTell } from '../../../components/use-tell.ts'
import { useCommand } from '../../../ipc/use-command.ts'
import { useQuery } from '../../../ipc/use-query.ts'
import { langOf } from '../../../lib/lang-of.ts'
import { useWords } from '../../../messages/WordsProvider.tsx'
import standing from '../Standing.module.css'
import { TranslationDialog } from './TranslationDialog.tsx'
import classes from './Translations.module.css'
import { type Translated, translatedBy } from './translated.ts'

/** Translations of the open message, its passages and its files, and the way to add one. */
export function TranslationsSection({ message }: { message: MessageView }) {
  const words = useWords().reading.translations
  const { data } = useQuery('translations.list', { messageId: message.id })
  const [open, setOpen] = useState<{ of: Translated; present: Translation | null } | null>(null)
  const translations = data?.translations ?? []
  const files = message.attachments.filter(({ inline }) => !inline)
  const messageId = message.id
  const addTo = (of: Translated): void => setOpen({ of, present: null })
  return (
    <section>
      <h3>{words.title}</h3>
      {translations.length === 0 && <p className={standing.soft}>{words.none}</p>}
      <ul className={classes.list}>
        {translations.map((translation) => (
          <TranslationItem
            key={translation.id}
            {...{ message, translation }}
            onChange={() => setOpen({ of: translatedBy(translation), present: translation })}
          />
        ))}
      </ul>
      {files.length === 0 ? (
        <Button size="compact-xs" variant="subtle" onClick={() => addTo({ what: 'message', messageId })}>
          {words.add}
        </Button>
      ) : (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="compact-xs" variant="subtle">
              {words.add}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {message.form !== 'document' && (
              <Menu.Item onClick={() => addTo({ what: 'message', messageId })}>{words.whole}</Menu.Item>
            )}
            {files.map(({ partPath, fileName }) => (
              <Menu.Item key={partPath} onClick={() => addTo({ what: 'file', messageId, partPath })}>
                {words.file(fileName)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open && <TranslationDialog message={message} {...open} onClose={() => setOpen(null)} />}
    </section>
  )
}

interface TranslationItemProps {
  message: MessageView
  translation: Translation
  onChange: () => void
}

function TranslationItem({ message, translation, onChange }: TranslationItemProps) {
  const words = useWords().reading.translations
  const tell = useTell()
  const remove = useCommand('translations.remove')
  const { id, partPath, quote, language, text, translator, credential, madeOn } = translation
  const file = message.attachments.find((each) => each.partPath === partPath)
  const what = partPath === null ? (quote ?? words.whole) : words.file(file?.fileName ?? '')
  const removeIt = async (): Promise<void> => {
    const reply = await remove.run({ translationId: id })
    if (reply.ok) tell.done(words.removed)
    else tell.error(reply.error)
  }
  return (
    <li>
      <div className={classes.what} lang={quote === null ? undefined : langOf(quote)}>
        {quote === null ? what : `“${what.length > 60 ? `${[...what].slice(0, 60).join('')}…` : what}”`}
      </div>
      <p className={classes.words} lang={language === 'zh' ? 'zh-CN' : 'en'}>
        {text}
      </p>
      <div className={classes.by}>
        {words.by(translator, credential) || words.unnamed}
        {madeOn && (
          <>
            {' · '}
            <DayText day={madeOn} />
          </>
        )}
      </div>
      <div className={classes.tools}>
        <Button size="compact-xs" variant="subtle" onClick={onChange}>
          {words.change}
        </Button>
        <ConfirmButton
          size="compact-xs"
          variant="subtle"
          question={words.removeQuestion}
          confirmLabel={words.removeConfirm}
          onConfirm={() => void removeIt()}
        >
          {words.remove}
        </ConfirmButton>
      </div>
    </li>
  )
}
