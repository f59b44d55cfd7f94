import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { startChildWorker } from '../../electron/workers/start-child-worker.ts'

afterEach(() => vi.unstubAllEnvs())

test('a worker is given nothing of its surroundings: no variable, no argument, no key', async () => {
  vi.stubEnv('REDCHOP_PASSPHRASE', 'canary-7f3a')
  vi.stubEnv('HTTPS_PROXY', 'http://canary-7f3a')
  vi.stubEnv('NODE_OPTIONS', '--title=canary-7f3a')
  const worker = startChildWorker(() => join(import.meta.dirname, 'support/telling-worker.ts'))('mail-worker')
  const said = await new Promise<unknown>((resolve) => {
    worker.onMessage(resolve)
    worker.post({})
  })
  worker.kill()
  expect(said).toEqual({ env: {}, argv: [], execArgv: ['--max-old-space-size=512'] })
})
