import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { createBundleComposer } from '../../electron/documents/pdf/bundle-composer.ts'
import type { BundlePlan } from '../../electron/documents/pdf/bundle-plan.ts'
import type { StartWorker, WorkerProcess } from '../../electron/workers/worker-process.ts'
import { pageTexts } from './pdf-tools.ts'
import { fonts, startBundleWorker } from './print-setup.ts'

const plan: BundlePlan = {
  title: '测试',
  author: '测试',
  language: 'zh-CN',
  date: '2024-11-18',
  running: '测试',
  pageLine: '第 {page} 页 / 共 {pages} 页',
  list: { part: 1, label: '证据目录', bookmark: '证据目录' },
  groups: [],
}

async function blank(pageCount: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pageCount; page += 1) document.addPage([595, 842])
  return await document.save()
}

/** The real worker, and what became of it. */
function watched(): { startWorker: StartWorker; exited: Promise<void>; worker(): WorkerProcess | null } {
  const { promise, resolve } = Promise.withResolvers<void>()
  let started: WorkerProcess | null = null
  const startWorker: StartWorker = (name) => {
    started = startBundleWorker(name)
    started.onExit(() => resolve())
    return started
  }
  return { startWorker, exited: promise, worker: () => started }
}

test('tells how many pages are done, ends at all of them, and ends the process when closed', async () => {
  const { startWorker, exited } = watched()
  const session = createBundleComposer(startWorker, fonts).start()
  expect(await session.open(1, 'print', await blank(30))).toEqual({ pageCount: 30 })
  const told: [number, number][] = []
  const pdf = await session.compose(plan, (done, total) => told.push([done, total]))
  expect(told.at(-1)).toEqual([30, 30])
  expect(pageTexts(pdf)[29]).toContain('第 30 页 / 共 30 页')
  session.close()
  await exited
})

test('a discarded part leaves neither pages nor bytes', async () => {
  const composer = createBundleComposer(startBundleWorker, fonts)
  const make = async (discarded: boolean) => {
    const session = composer.start()
    if (discarded) {
      await session.open(7, 'print', await blank(200))
      session.discard(7)
    }
    await session.open(1, 'print', await blank(2))
    const pdf = await session.compose(plan, () => undefined)
    session.close()
    return pdf
  }
  const [clean, discarded] = [await make(false), await make(true)]
  expect(pageTexts(discarded)).toEqual(pageTexts(clean))
  expect(discarded.length - clean.length).toBeLessThan(200)
})

test('cancelling kills the process and rejects with the reason, also from then on', async () => {
  const { startWorker, exited } = watched()
  const cancel = new AbortController()
  const session = createBundleComposer(startWorker, fonts).start(cancel.signal)
  await session.open(1, 'print', await blank(2_000))
  const reason = new Error('enough')
  const composing = session.compose(plan, () => cancel.abort(reason))
  await expect(composing).rejects.toBe(reason)
  await exited
  await expect(session.open(2, 'print', await blank(1))).rejects.toBe(reason)
})

test('a worker that dies is an error with a code, not a wait', async () => {
  const { startWorker, worker } = watched()
  const session = createBundleComposer(startWorker, fonts).start()
  await session.open(1, 'print', await blank(1))
  worker()?.kill()
  await expect(session.compose(plan, () => undefined)).rejects.toMatchObject({ code: 'BUNDLE_WORKER_FAILED' })
})

test('a plan that names a file never opened fails with a code and without its text', async () => {
  const session = createBundleComposer(startBundleWorker, fonts).start()
  const composing = session.compose({ ...plan, title: '客户的秘密' }, () => undefined)
  await expect(composing).rejects.toMatchObject({
    code: 'BUNDLE_WORKER_FAILED',
    message: 'BUNDLE_WORKER_FAILED',
  })
  session.close()
})
