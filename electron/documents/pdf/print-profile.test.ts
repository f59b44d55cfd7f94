import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { makePrintProfile } from './print-profile.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
  vi.stubEnv('TMPDIR', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('a profile is for this user alone', async () => {
  const profile = await makePrintProfile()
  expect(statSync(profile).mode & 0o777).toBe(0o700)
  rmSync(profile, { recursive: true })
})

test('what a killed run left behind goes, what another run uses stays', async () => {
  const gone = spawnSync('true').pid
  const [left, used] = [`redchop-print-${gone}-abc`, `redchop-print-${process.ppid}-abc`]
  for (const name of [left, used, 'somebody-else']) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'page'), 'text of a case')
  }
  await makePrintProfile()
  const there = [left, used, 'somebody-else'].map((name) => existsSync(join(folder, name)))
  expect(there).toEqual([false, true, true])
})
