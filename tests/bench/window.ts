import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { deskOf } from '../e2e/story/desk.ts'
import { answerOpenDialog, firstPage, launchRedchop } from '../support/electron-app.ts'
import { writeMailFolder } from './generate-mail.ts'
import { percentile, round } from './measure.ts'

/** Begins to watch how long the process of the window is not free; the answer tells and begins anew. */
const watchMain = (app: ElectronApplication) =>
  app.evaluate(() => {
    const loop = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 2 })
    loop.enable()
    Object.assign(globalThis, { benchLoop: loop })
  })
const longestMs = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => {
    const loop = Reflect.get(globalThis, 'benchLoop') as { max: number; reset(): void }
    const longest = Math.round(loop.max / 1e6)
    loop.reset()
    return longest
  })

/** Asks a small question of the program over and over until `until` is there; milliseconds each answer took. */
const askUntil = (page: Page, until: string): Promise<number[]> =>
  page.evaluate(async (text) => {
    const took: number[] = []
    while (!document.body.innerText.includes(text)) {
      const before = performance.now()
      await window.bridge.call('cases.list', { search: '', archived: false })
      took.push(performance.now() - before)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return took
  }, until)

/** The built app while it imports: how long the window's process is not free, and how long the program takes to answer it. */
export async function benchWindow(count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'redchop-window-'))
  const mail = join(folder, 'mail')
  const app = await launchRedchop(join(folder, 'data'))
  try {
    await writeMailFolder(mail, count)
    const page = await firstPage(app)
    const desk = deskOf(page, app)
    await desk.createVault()
    await desk.addCase()
    await answerOpenDialog(app, [mail])
    await watchMain(app)
    await page.waitForTimeout(2_000)
    const idleMs = await longestMs(app)
    const started = performance.now()
    await page.getByRole('button', { name: 'Import', exact: true }).first().click()
    await page.getByRole('menuitem', { name: 'Import a folder…' }).click()
    const answers = await askUntil(page, 'Import receipt')
    return {
      bench: 'window',
      messages: count,
      importSeconds: round((performance.now() - started) / 1_000),
      longestMainHeldMs: await longestMs(app),
      longestMainHeldIdleMs: idleMs,
      answers: answers.length,
      answerMedianMs: round(percentile(answers, 0.5)),
      answerP95Ms: round(percentile(answers, 0.95)),
      answerLongestMs: round(Math.max(...answers)),
    }
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}
