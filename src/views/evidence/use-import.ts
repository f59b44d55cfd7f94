import type { Job } from '@bridge/model/job.ts'
import { useState } from 'react'
import { useTell } from '../../components/use-tell.ts'
import { dropFiles } from '../../ipc/client.ts'
import { useJobEnd, useJobs } from '../../ipc/jobs.ts'
import { useCommand } from '../../ipc/use-command.ts'
import { useWords } from '../../messages/WordsProvider.tsx'

export interface Imports {
  /** Asks for files or a folder and takes them in. */
  choose: (what: 'files' | 'folder') => Promise<void>
  drop: (files: readonly File[]) => Promise<void>
  /** Asks for the export of a chat; the assistant then shows how it reads. */
  chooseChat: () => Promise<void>
  /** Stands for the export that the assistant is at. */
  chatToken: string | null
  closeChat: () => void
  /** The import into this case that runs now. */
  running: Job | undefined
  cancel: () => void
  cancelling: boolean
  /** The receipt to show: that of an import which just ended, or one that was asked for. */
  receiptId: string | null
  show: (importId: string | null) => void
  /** Whether the list of all receipts is open. */
  listing: boolean
  setListing: (listing: boolean) => void
}

/** Imports into one case. Each ends in its counted receipt. */
export function useImport(caseId: string): Imports {
  const words = useWords()
  const tell = useTell()
  const chooseFiles = useCommand('evidence.choose')
  const importing = useCommand('evidence.import')
  const chooseChat = useCommand('chat.choose')
  const [chatToken, setChatToken] = useState<string | null>(null)
  const cancel = useCommand('jobs.cancel')
  const [receiptId, setReceiptId] = useState<string | null>(null)
  const [listing, setListing] = useState(false)
  const isOwn = (job: Job): boolean => job.kind === 'evidence.import' && job.caseId === caseId
  const running = useJobs().find((job) => isOwn(job) && job.state === 'running')
  useJobEnd((job) => {
    if (!isOwn(job)) return
    setReceiptId(job.subjectId)
    if (job.failure)
      tell.failed({ title: words.evidence.import.failed, detail: words.terms.failure[job.failure.code] })
  })
  const take = async (token: string): Promise<void> => {
    const reply = await importing.run({ caseId, token })
    if (!reply.ok) tell.error(reply.error)
  }
  return {
    choose: async (what) => {
      const reply = await chooseFiles.run({ what })
      if (!reply.ok) tell.error(reply.error)
      else if (reply.value.token) await take(reply.value.token)
    },
    drop: async (files) => {
      const token = await dropFiles(files)
      if (token) await take(token)
      else tell.done(words.evidence.import.notFiles)
    },
    chooseChat: async () => {
      const reply = await chooseChat.run({})
      if (!reply.ok) tell.error(reply.error)
      else if (reply.value.token) setChatToken(reply.value.token)
    },
    chatToken,
    closeChat: () => setChatToken(null),
    running,
    cancel: () => running && void cancel.run({ jobId: running.id }),
    cancelling: cancel.running,
    receiptId,
    show: setReceiptId,
    listing,
    setListing,
  }
}
