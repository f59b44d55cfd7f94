import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { messages } from '../../electron/store/schema/index.ts'
import { writeMailbox } from './generate-mail.ts'
import { percentile, round, timed } from './measure.ts'
import { addBenchCase, openNewProgram } from './open-program.ts'

/** What is looked for, by kind: most of it in most messages, some in one, some nowhere. */
const SEARCHES: Record<string, readonly string[]> = {
  oneCharacter: ['货', '款', '泵', '貨'],
  twoCharacters: ['货款', '尚欠', '貨款', '鲨鱼'],
  fourCharacters: ['尚欠货款', '逾期利息', '检验质量', '不存在的'],
  englishPhrase: [
    '"balance of the invoice"',
    '"delivery of the goods"',
    '"bank transfer"',
    '"no such words"',
  ],
  mixed: ['逾期 利息', 'invoice -pump', 'bearing pump', 'EUR 777', '4711'],
}
const ROUNDS = 12

/** Search over many messages against a plain LIKE over the same text in the same database, in one run. */
export async function benchSearch(count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'redchop-mail-'))
  const open = await openNewProgram()
  try {
    await writeMailbox(join(folder, 'all.mbox'), count)
    const caseId = addBenchCase(open)
    const desk = open.program.session.desk()
    const imported = await timed(async () => desk.jobs.ended(desk.evidence.import(caseId, [folder]).jobId))
    const page = { caseId, order: 'date', filter: {}, offset: 0, limit: 50 } as const
    const { store } = open.program.vault.opened()
    const figures: Record<string, object> = {}
    for (const [kind, searches] of Object.entries(SEARCHES)) {
      const found: number[] = []
      const likes: number[] = []
      for (let turn = 0; turn < ROUNDS; turn += 1)
        for (const search of searches) {
          found.push((await timed(async () => desk.evidence.list({ ...page, search }))).seconds * 1_000)
          if (turn > 0) continue
          const pattern = `%${search.replaceAll('"', '')}%`
          const like = sql`select count(*) from ${messages} where ${messages.text} like ${pattern}`
          likes.push((await timed(async () => store.read.all(like))).seconds * 1_000)
        }
      figures[kind] = {
        p50Ms: round(percentile(found, 0.5)),
        p95Ms: round(percentile(found, 0.95)),
        likeP50Ms: round(percentile(likes, 0.5)),
        ratioToLike: round(percentile(found, 0.5) / percentile(likes, 0.5), 3),
      }
    }
    const counted = await timed(() => desk.evidence.countByFilter({ caseId, search: '', filter: {} }))
    const gaps = await timed(() => desk.finding.listGaps(caseId))
    const timeline: number[] = []
    for (const offset of [0, count / 2, count - 50])
      timeline.push(
        (await timed(async () => desk.finding.timeline({ caseId, offset, limit: 200 }))).seconds * 1_000,
      )
    const listed: number[] = []
    for (const order of ['date', 'thread'] as const)
      for (const offset of [0, count / 2, count - 50])
        listed.push(
          (await timed(async () => desk.evidence.list({ ...page, order, offset, search: '' }))).seconds *
            1_000,
        )
    return {
      bench: 'search',
      messages: desk.evidence.list({ ...page, search: '' }).total,
      importSeconds: round(imported.seconds),
      ...figures,
      loadAverage: round(loadavg()[0] ?? 0, 1),
      filterCountsMs: round(counted.seconds * 1_000),
      filterCountsLongestBlockMs: counted.longestBlockMs,
      gapsMs: round(gaps.seconds * 1_000),
      gapsLongestBlockMs: gaps.longestBlockMs,
      timelinePageMaxMs: round(Math.max(...timeline)),
      listPageMaxMs: round(Math.max(...listed)),
    }
  } finally {
    await open.close()
    await rm(folder, { recursive: true, force: true })
  }
}
