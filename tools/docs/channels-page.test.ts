import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CHANNELS } from '@bridge/channels/index.ts'
import { expect, test } from 'vitest'
import { channelsPage } from './channels-page.ts'

test('docs/channels.md says what is declared; else run: node tools/docs/write-channels.ts', () => {
  expect(readFileSync(resolve(import.meta.dirname, '../../docs/channels.md'), 'utf8')).toBe(channelsPage())
})

test('every channel has its row, and no summary breaks the table', () => {
  const page = channelsPage()
  for (const [name, { summary }] of Object.entries(CHANNELS)) {
    expect(page).toContain(`\n| \`${name}\` | `)
    expect(summary).not.toMatch(/[|\n]/u)
  }
})
