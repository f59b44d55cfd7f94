import { describe, expect, test } from 'vitest'
import { COMMON_HEADERS, MAIL_POLICY, PAGE_POLICY } from './content-security.ts'
import { mailPage } from './mail-page.ts'
import { buildPrintWindowOptions, buildWindowOptions } from './window-options.ts'

// Numbers are those of Electron's security checklist, https://www.electronjs.org/docs/latest/tutorial/security
describe.each([
  ['the window', buildWindowOptions('/preload.cjs')],
  ['the window that prints', buildPrintWindowOptions()],
])('%s', (_, { webPreferences = {}, show }) => {
  test.each([
    ['2: no Node in the page', 'nodeIntegration', false],
    ['2: nor in its frames', 'nodeIntegrationInSubFrames', false],
    ['3: a world of its own for the preload', 'contextIsolation', true],
    ['4: a sandboxed process', 'sandbox', true],
    ['11: no web views', 'webviewTag', false],
    ['no dictionary is downloaded', 'spellcheck', false],
    ['no developer tools unless asked for', 'devTools', false],
  ] as const)('%s', (_name, option, value) => {
    expect(webPreferences[option]).toBe(value)
  })

  test.each([
    ['6: web security stays on', 'webSecurity'],
    ['8: no insecure content', 'allowRunningInsecureContent'],
    ['9: no experimental features', 'experimentalFeatures'],
    ['10: no Blink features', 'enableBlinkFeatures'],
    ['2: no Node in workers', 'nodeIntegrationInWorker'],
  ] as const)('%s, because nobody touches it', (_name, option) => {
    expect(webPreferences).not.toHaveProperty(option)
  })

  test('keeps nothing on disk, and is not shown before it is drawn', () => {
    expect(webPreferences.partition).not.toMatch(/^persist:/u)
    expect(webPreferences.partition).toBeTruthy()
    expect(show).toBe(false)
  })
})

test('the window that prints runs no script and has no preload', () => {
  const { webPreferences = {} } = buildPrintWindowOptions()
  expect(webPreferences.javascript).toBe(false)
  expect(webPreferences).not.toHaveProperty('preload')
  expect(webPreferences.partition).not.toBe(buildWindowOptions('/preload.cjs').webPreferences?.partition)
})

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]),
  )

describe('7: content security', () => {
  test.each([PAGE_POLICY, MAIL_POLICY])(
    'nothing that is not named may load, and nothing leaves: %s',
    (policy) => {
      expect(directives(policy)).toMatchObject({
        'default-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'none'",
      })
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*|file:/u)
    },
  )

  test('the page runs only its own script', () => {
    expect(directives(PAGE_POLICY)).toMatchObject({
      'script-src': "'self'",
      'connect-src': "'self'",
      'frame-ancestors': "'none'",
    })
  })

  test('mail runs no script, loads no file and no picture but its own, whatever its frame allows', () => {
    const mail = directives(MAIL_POLICY)
    expect(mail).toMatchObject({ 'img-src': 'data:', sandbox: '', 'frame-ancestors': "'self'" })
    for (const allowed of ['script-src', 'connect-src', 'frame-src', 'font-src', 'media-src'])
      expect(mail).not.toHaveProperty(allowed)
    expect(mailPage('<p>x</p>')).not.toMatch(/<script|https?:|<link/iu)
  })

  test('types are not guessed, addresses not told, answers not kept', () => {
    expect(COMMON_HEADERS).toEqual({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })
})
