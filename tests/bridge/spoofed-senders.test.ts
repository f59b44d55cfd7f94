import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHANNELS, type ChannelName } from '@bridge/channels/index.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { senderOf } from '../../electron/app/sender-of.ts'
import { CHANNEL_INPUTS } from '../support/channel-inputs.ts'
import { createTestVault, openTestProgram, type TestProgram } from '../support/program.ts'
import { OWN_FRAME, OWN_WINDOW, SPOOFED, type SpoofedFrame } from './spoofed-senders.ts'

const names = Object.keys(CHANNELS) as ChannelName[]
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN', data: {} } }

const folder = mkdtempSync(join(tmpdir(), 'redchop-senders-'))
let program: TestProgram
beforeAll(async () => {
  program = await openTestProgram(join(folder, 'vault'))
  await createTestVault(program)
})
afterAll(async () => {
  await program.session.lock()
  rmSync(folder, { recursive: true, force: true })
})

test('there are at least twenty kinds of caller that are not us', () => {
  expect(Object.keys(SPOOFED).length).toBeGreaterThanOrEqual(20)
})

test('our own page is answered, and may drop files', async () => {
  const us = senderOf(OWN_FRAME as SpoofedFrame, OWN_WINDOW)
  expect(await program.router(us, 'vault.status', {})).toMatchObject({
    ok: true,
    value: { state: 'unlocked' },
  })
  expect(program.choices.keepDropped(us, ['/tmp/x']).token).not.toBeNull()
})

test.each(Object.entries(SPOOFED))('%s is answered on no channel, and drops nothing', async (_, spoofed) => {
  const window = 'window' in spoofed ? spoofed.window : OWN_WINDOW
  const sender = senderOf(spoofed.frame as SpoofedFrame, window)
  for (const name of names)
    expect([name, await program.router(sender, name, CHANNEL_INPUTS[name])]).toEqual([name, FORBIDDEN])
  expect(program.choices.keepDropped(sender, ['/tmp/x'])).toEqual({ token: null })
  expect(program.session.isLocked()).toBe(false)
})
