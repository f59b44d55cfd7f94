import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { MAIL_POLICY, PAGE_POLICY } from './content-security.ts'
import { UNSHOWN_PAGE } from './mail-page.ts'
import { servePrivateScheme } from './private-scheme.ts'

const MESSAGE = '00000000-0000-4000-8000-00000000000a'

let answer: (request: Request) => Response | Promise<Response>
beforeEach(() => {
  const root = temporaryFolder()
  const served = join(root, 'renderer')
  mkdirSync(join(served, 'assets'), { recursive: true })
  writeFileSync(join(served, 'index.html'), 'the page')
  writeFileSync(join(served, 'assets', 'index.js'), 'the script')
  writeFileSync(join(served, 'notes.txt'), 'no type of ours')
  writeFileSync(join(root, 'secret.html'), 'secret')
  const mailBody = async (id: string) => {
    if (id === MESSAGE) return '<p>body</p>'
    if (id.endsWith('b')) return null
    throw new Error('VAULT_LOCKED')
  }
  const handle = (_scheme: string, handler: typeof answer) => {
    answer = handler
  }
  servePrivateScheme({ protocol: { handle } }, served, mailBody)
})

const get = (url: string, method = 'GET') => answer(new Request(url, { method }))
const headers = async (url: string) => Object.fromEntries((await get(url)).headers)

test('the page comes with its policy, its type, and nothing to keep or to guess', async () => {
  expect(await (await get('app://desk/')).text()).toBe('the page')
  expect(await headers('app://desk/index.html')).toEqual({
    'content-security-policy': PAGE_POLICY,
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
  expect(await headers('app://desk/assets/index.js')).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
  })
})

test('a mail body comes under the policy of mail', async () => {
  const url = `app://desk/content/messages/${MESSAGE}/body`
  expect(await (await get(url)).text()).toBe('<p>body</p>')
  expect(await headers(url)).toMatchObject({ 'content-security-policy': MAIL_POLICY })
})

test.each([
  'app://desk/../secret.html',
  'app://desk/%2e%2e/secret.html',
  'app://desk/..%2fsecret.html',
  'app://desk/assets/../../secret.html',
  'app://desk//secret.html',
  'app://desk/notes.txt',
  'app://desk/assets',
  'app://desk/nothing.html',
  'app://print/index.html',
  'app://desk.evil/index.html',
  `app://desk/content/messages/${MESSAGE}/body/../../../secret.html`,
  `app://desk/content/messages/../${MESSAGE}/body`,
])('%s is not there', async (url) => {
  const response = await get(url)
  expect([response.status, await response.text()]).toEqual([404, ''])
})

test.each(['b', 'c'])('the frame of a body that cannot be shown says so (%s)', async (end) => {
  const url = `app://desk/content/messages/00000000-0000-4000-8000-00000000000${end}/body`
  const response = await get(url)
  expect([response.status, await response.text()]).toEqual([404, UNSHOWN_PAGE])
  expect(await headers(url)).toMatchObject({ 'content-security-policy': MAIL_POLICY })
})

test('only asking for it gives anything', async () => {
  expect((await get('app://desk/index.html', 'POST')).status).toBe(404)
})
