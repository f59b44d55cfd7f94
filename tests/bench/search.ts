import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { messages } from '../../electron/store/schema/index.ts'
import { writeMailbox } from './generate-mail.ts'
import { percentile, round, timed } from './measure.ts'
import { addBenchCase, openNewProgram } from './open-program.ts'

// Two-character Chinese words, most of what is searched for; English; a rare figure; two words together.
const SEARCHES = [
  '货款',
  '尚欠',
  '对账单',
  '逾期 利息',
  'invoice',
  'bearing pump',
  'EUR 777',
  '4711',
  '不存在的词',
]
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
    const found: number[] = []
    const likes: number[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      for (const search of SEARCHES) {
        found.push((await timed(async () => desk.evidence.list({ ...page, search }))).seconds * 1_000)
        if (round > 0) continue
        const like = sql`select count(*) from ${messages} where ${messages.text} like ${`%${search}%`}`
        likes.push((await timed(async () => store.read.all(like))).seconds * 1_000)
      }
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
      searchP50Ms: round(percentile(found, 0.5)),
      searchP95Ms: round(percentile(found, 0.95)),
      likeP50Ms: round(percentile(likes, 0.5)),
      ratioToLike: round(percentile(found, 0.5) / percentile(likes, 0.5), 3),
      listPageMaxMs: round(Math.max(...listed)),
    }
  } finally {
    await open.close()
    await rm(folder, { recursive: true, force: true })
  }
}
