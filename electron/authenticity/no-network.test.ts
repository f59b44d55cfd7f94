import dns from 'node:dns'
import { readFileSync } from 'node:fs'
import https from 'node:https'
import net from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readAuthenticity } from './read-authenticity.ts'

const CORPUS = join(import.meta.dirname, '../../tests/mail/corpus')

afterEach(() => void vi.restoreAllMocks())

test('signatures and seals are verified without a look-up or a connection', async () => {
  const ways = [
    ...(['resolve', 'resolveTxt', 'lookup', 'resolveAny'] as const).flatMap((name) => [
      vi.spyOn(dns.promises, name).mockRejectedValue(new Error('a look-up')),
      vi.spyOn(dns, name).mockImplementation((() => undefined) as never),
    ]),
    vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(() => {
      throw new Error('a connection')
    }),
    vi.spyOn(https, 'request').mockImplementation(() => {
      throw new Error('a request')
    }),
  ]
  for (const name of [
    'mailauth/arc-pass2.eml',
    'mailauth/bimi.eml',
    'mailauth/zbimi.eml',
    'mimekit/rfc8463-example.msg',
  ])
    expect((await readAuthenticity(readFileSync(join(CORPUS, name)), [])).findings.length).toBeGreaterThan(5)
  for (const way of ways) expect(way).not.toHaveBeenCalled()
})
