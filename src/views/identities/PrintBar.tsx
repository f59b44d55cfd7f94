import type { SheetLanguage } from '@bridge/model/identity.ts'
import { Button, NativeSelect } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTell } from '../../components/use-tell.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './Identities.module.css'

const LANGUAGES: readonly SheetLanguage[] = ['both', 'zh', 'en']

/** Prints the table and keeps the sheet as a document of the case; then it can be opened. */
export function PrintBar({ caseId }: { caseId: string }) {
  const words = useWords().identities
  const tell = useTell()
  const [, go] = useLocation()
  const [language, setLanguage] = useState<SheetLanguage>('both')
  const [made, setMade] = useState<string | null>(null)
  const print = useCommand('identities.print')
  const printIt = async (): Promise<void> => {
    const reply = await print.run({ caseId, language })
    if (!reply.ok) return tell.error(reply.error)
    tell.done(words.printed)
    setMade(reply.value.messageId)
  }
  return (
    <div className={classes.row}>
      <NativeSelect
        size="xs"
        aria-label={words.printLanguage}
        data={LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
        value={language}
        onChange={(event) =>
          setLanguage(LANGUAGES.find((each) => each === event.currentTarget.value) ?? 'both')
        }
      />
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        loading={print.running}
        onClick={() => void printIt()}
      >
        {words.print}
      </Button>
      {made && (
        <Button variant="subtle" onClick={() => go(`/cases/${caseId}/evidence/${made}`)}>
          {words.open}
        </Button>
      )}
    </div>
  )
}
