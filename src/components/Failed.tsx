import type { BridgeError } from '@bridge/errors.ts'
import { Button } from '@mantine/core'
import { wordError } from '../messages/error-words.ts'
import { useWords } from '../messages/WordsProvider.tsx'
import { Notice } from './Notice.tsx'

/** What failed, what was kept, what to do; with a way to try again where trying again can help. */
export function Failed({ error, onRetry }: { error: BridgeError; onRetry?: (() => void) | undefined }) {
  const words = useWords()
  const { title, detail } = wordError(words.errors, error)
  return (
    <Notice kind="warning" title={title} live>
      <p style={{ margin: 0 }}>{detail}</p>
      {onRetry && (
        <Button variant="default" size="compact-sm" mt="xs" onClick={onRetry}>
          {words.app.retry}
        </Button>
      )}
    </Notice>
  )
}
