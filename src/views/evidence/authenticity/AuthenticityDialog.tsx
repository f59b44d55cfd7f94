import type { MessageView } from '@bridge/model/evidence.ts'
import { Tabs } from '@mantine/core'
import { Dialog } from '../../../components/Dialog.tsx'
import { Failed } from '../../../components/Failed.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { useQuery } from '../../../ipc/use-query.ts'
import { useWords } from '../../../messages/WordsProvider.tsx'
import classes from './Authenticity.module.css'
import { CopiesTab } from './CopiesTab.tsx'
import { FindingsTab } from './FindingsTab.tsx'
import { KeysTab } from './KeysTab.tsx'
import { ScoreTab } from './ScoreTab.tsx'

interface AuthenticityDialogProps {
  caseId: string
  message: MessageView
  onClose: () => void
}

/** What the message's bytes say about themselves, how strong it is, the keys, and another copy beside it. */
export function AuthenticityDialog({ caseId, message, onClose }: AuthenticityDialogProps) {
  const words = useWords().authenticity
  const { data, error, refetch } = useQuery('authenticity.test', { messageId: message.id })
  return (
    <Dialog title={words.title} size={880} onClose={onClose}>
      <p className={classes.intro}>{words.intro}</p>
      {error && <Failed error={error.error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <Tabs defaultValue={message.form === 'mail' ? 'findings' : 'score'} keepMounted={false}>
          <Tabs.List>
            {(['findings', 'score', 'keys', 'copies'] as const).map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {words.tab[tab]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="findings">
            <FindingsTab findings={data.findings} />
          </Tabs.Panel>
          <Tabs.Panel value="score">
            <ScoreTab messageId={message.id} score={data.score} />
          </Tabs.Panel>
          <Tabs.Panel value="keys">
            <KeysTab caseId={caseId} needed={data.keys} />
          </Tabs.Panel>
          <Tabs.Panel value="copies">
            <CopiesTab messageId={message.id} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Dialog>
  )
}
