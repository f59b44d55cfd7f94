import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant } from './columns.ts'
import { originals } from './evidence.ts'

/** Text typed and not yet kept elsewhere, so that a lock loses none of it. */
export const drafts = sqliteTable('drafts', {
  /** Which form of which thing; made by the view. */
  key: text('key').primaryKey(),
  text: text('text').notNull(),
  keptAt: instant('kept_at').notNull(),
})

/** Backups that were made. One counts from the moment it was restored into a scratch place and found equal. */
export const backups = sqliteTable('backups', {
  id: id(),
  madeAt: instant('made_at').notNull(),
  /** The folder of this backup. */
  place: text('place').notNull(),
  storeBytes: integer('store_bytes').notNull(),
  /** Encrypted originals it needs, and how many of them had to be copied. */
  fileCount: integer('file_count').notNull(),
  copiedCount: integer('copied_count').notNull(),
  /** The newest entry of the audit chain that it holds. */
  headSeq: integer('head_seq').notNull(),
  headHash: text('head_hash').notNull(),
  provenAt: instant('proven_at'),
  /** Code of what the rehearsal found; null where it found nothing, or has not run. */
  problem: text('problem'),
  /** When the rotation removed it from its place. */
  removedAt: instant('removed_at'),
})

/** What a proven backup does not hold: originals that neither the vault nor its backup folder had whole any more. */
export const backupGaps = sqliteTable(
  'backup_gaps',
  {
    backupId: text('backup_id')
      .notNull()
      .references(() => backups.id),
    originalSha256: text('original_sha256')
      .notNull()
      .references(() => originals.sha256),
  },
  (table) => [primaryKey({ columns: [table.backupId, table.originalSha256] })],
)

/** How this vault is to be kept: one row. */
export const safekeeping = sqliteTable(
  'safekeeping',
  {
    id: integer('id').primaryKey(),
    /** Minutes without a key or a click until the vault locks by itself. */
    idleMinutes: integer('idle_minutes').notNull(),
    /** Folder that backups are written to; null where none was chosen. */
    backupFolder: text('backup_folder'),
    /** Hours between two backups by the app itself; 0 for none. */
    backupEveryHours: integer('backup_every_hours').notNull(),
  },
  () => [check('safekeeping_one', sql`"id" = 1`)],
)
