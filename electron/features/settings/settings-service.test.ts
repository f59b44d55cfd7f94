import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { loadSettings } from './settings-service.ts'

let path: string
beforeEach(() => {
  path = join(temporaryFolder(), 'new', 'settings.json')
})

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['ZH', 'zh-CN'],
  ['de-DE', 'en'],
  ['', 'en'],
])('in a system in %j the app begins in %s', async (system, locale) => {
  expect((await loadSettings(path, system)).get()).toEqual({
    locale,
    colorScheme: 'auto',
    density: 'comfortable',
  })
})

test('what was changed is there after a restart, the rest as it was', async () => {
  const first = await loadSettings(path, 'en')
  await first.change({ colorScheme: 'dark' })
  await first.change({ locale: 'zh-CN', density: undefined })
  expect((await loadSettings(path, 'en')).get()).toEqual(first.get())
  expect(first.get()).toEqual({ locale: 'zh-CN', colorScheme: 'dark', density: 'comfortable' })
})

test.each(['', '{', '[]', '{"locale":"fr"}', '"en"'])('a file of %j counts as none', async (content) => {
  await (await loadSettings(path, 'en')).change({ density: 'compact' })
  writeFileSync(path, content)
  expect((await loadSettings(path, 'zh')).get()).toMatchObject({ locale: 'zh-CN', density: 'comfortable' })
})

test('what could not be written down is not said to hold', async () => {
  const settings = await loadSettings(path, 'en')
  mkdirSync(path, { recursive: true })
  await expect(settings.change({ density: 'compact' })).rejects.toThrow()
  expect(settings.get().density).toBe('comfortable')
})

test('two changes at once both hold', async () => {
  const settings = await loadSettings(path, 'en')
  await Promise.all([settings.change({ density: 'compact' }), settings.change({ locale: 'zh-CN' })])
  expect(settings.get()).toEqual({ locale: 'zh-CN', colorScheme: 'auto', density: 'compact' })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(settings.get())
})
