import type { MessageView } from '@bridge/model/evidence.ts'
import { Button } from '@mantine/core'
import { IconShieldSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useActions } from '../../../components/actions/ActionsProvider.tsx'
import { useWords } from '../../../messages/WordsProvider.tsx'
import { AuthenticityDialog } from './AuthenticityDialog.tsx'

/** Opens the tests of a message: they run on demand, in a process of their own. */
export function AuthenticitySection({ caseId, message }: { caseId: string; message: MessageView }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const { title, open: label } = words.authenticity
  useActions([{ id: 'test-authenticity', label, group: words.app.groups.message, run: () => setOpen(true) }])
  if (message.unreadable) return null
  return (
    <section>
      <h3>{title}</h3>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconShieldSearch size={14} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && <AuthenticityDialog caseId={caseId} message={message} onClose={() => setOpen(false)} />}
    </section>
  )
}
