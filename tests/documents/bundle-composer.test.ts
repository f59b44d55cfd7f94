import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { createBundleComposer } from '../../electron/documents/pdf/bundle-composer.ts'
import type { BundlePlan } from '../../electron/documents/pdf/bundle-plan.ts'
import type { StartWorker, WorkerProcess } from '../../electron/workers/worker-process.ts'
import { startTestWorker } from '../support/start-test-worker.ts'
import { pageTexts } from './pdf-tools.ts'
import { fonts } from './print-setup.ts'

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

const exhibitOf = (part: number) => ({
  label: `证据${part}`,
  bookmark: `证据${part}`,
  parts: [{ part, bookmark: '' }],
})

async function blank(pageCount: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pageCount; page += 1) document.addPage([595, 842])
  return await document.save()
}

/** Two hundred thousand pages in a megabyte: opening them takes longer than anyone waits. */
function endless(): Uint8Array {
  const pages = 200_000
  const objects = [
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    `2 0 obj <</Type/Pages/Count ${pages}/Kids[${'3 0 R '.repeat(pages)}]>> endobj`,
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj',
  ]
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer <</Root 1 0 R/Size 4>>\n%%EOF\n`)
}

/** The real worker, and what became of it. */
function watched(): { startWorker: StartWorker; exited: Promise<void>; worker(): WorkerProcess | null } {
  const { promise, resolve } = Promise.withResolvers<void>()
  let started: WorkerProcess | null = null
  const startWorker: StartWorker = (name) => {
    started = startTestWorker(name)
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
  const composer = createBundleComposer(startTestWorker, fonts)
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

describe('a file of somebody else that breaks the worker', () => {
  const two = { ...plan, groups: [{ bookmark: null, exhibits: [exhibitOf(2), exhibitOf(3)] }] }

  test('by taking too long is named, and the bundle is whole without it', async () => {
    const session = createBundleComposer(startTestWorker, fonts, 300).start()
    expect(await session.open(1, 'print', await blank(1))).toEqual({ pageCount: 1 })
    expect(await session.open(2, 'print', await blank(3))).toEqual({ pageCount: 3 })
    expect(await session.open(9, 'pdf', endless())).toEqual({ problem: 'TOO_COSTLY' })
    expect(await session.open(3, 'print', await blank(2))).toEqual({ pageCount: 2 })
    expect(pageTexts(await session.compose(two, () => undefined))).toHaveLength(6)
    session.close()
  })

  test('by ending it is named, and what was taken out before stays out', async () => {
    const { startWorker, worker } = watched()
    const session = createBundleComposer(startWorker, fonts).start()
    for (const part of [1, 2, 7]) await session.open(part, 'print', await blank(1))
    session.discard(7)
    const opening = session.open(9, 'pdf', endless())
    worker()?.kill()
    expect(await opening).toEqual({ problem: 'TOO_COSTLY' })
    await session.open(3, 'print', await blank(1))
    expect(pageTexts(await session.compose(two, () => undefined))).toHaveLength(3)
    session.close()
  })

  test('while the bundle is cancelled rejects with the reason', async () => {
    const cancel = new AbortController()
    const session = createBundleComposer(startTestWorker, fonts, 100).start(cancel.signal)
    await session.open(1, 'print', await blank(1))
    const opening = session.open(9, 'pdf', endless())
    const reason = new Error('enough')
    cancel.abort(reason)
    await expect(opening).rejects.toBe(reason)
  })
})

test('a plan that names a file never opened fails with a code and without its text', async () => {
  const session = createBundleComposer(startTestWorker, fonts).start()
  const composing = session.compose({ ...plan, title: '客户的秘密' }, () => undefined)
  await expect(composing).rejects.toMatchObject({
    code: 'BUNDLE_WORKER_FAILED',
    message: 'BUNDLE_WORKER_FAILED',
  })
  session.close()
})
