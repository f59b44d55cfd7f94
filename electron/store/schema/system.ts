import { JOB_KINDS, JOB_STATES } from '@bridge/model/job.ts'
import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { cases } from './cases.ts'
import { id, instant, oneOf } from './columns.ts'

/** Long work; the row is the truth, the process that does it is disposable. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: id(),
    kind: text('kind').notNull(),
    /** Null for work on the whole vault. */
    caseId: text('case_id').references(() => cases.id),
    state: text('state').notNull(),
    /** Id of what the work makes: an import, an export, a backup. */
    subjectId: text('subject_id').notNull(),
    failure: text('failure'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
  },
  () => [
    check('jobs_kind', sql.raw(oneOf('kind', JOB_KINDS))),
    check('jobs_state', sql.raw(oneOf('state', JOB_STATES))),
  ],
)

/** The hash-chained record of what happened. Append-only by trigger; `entry` is the canonical JSON that `hash` covers. */
export const auditEntries = sqliteTable('audit_entries', {
  seq: integer('seq').primaryKey(),
  at: instant('at').notNull(),
  act: text('act').notNull(),
  objectId: text('object_id').notNull(),
  entry: text('entry').notNull(),
  hash: text('hash').notNull(),
})
