CREATE TABLE `search_index` (
	`version` integer PRIMARY KEY NOT NULL,
	`message_row` integer NOT NULL,
	`message_end` integer NOT NULL,
	`text_row` integer NOT NULL,
	`text_end` integer NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`case_id` text,
	`state` text NOT NULL,
	`subject_id` text NOT NULL,
	`failure` text,
	`started_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "jobs_kind" CHECK("kind" in ('evidence.import', 'evidence.texts', 'evidence.index', 'exhibits.export', 'backups.make')),
	CONSTRAINT "jobs_state" CHECK("state" in ('running', 'done', 'cancelled', 'failed', 'abandoned'))
);
--> statement-breakpoint
INSERT INTO `__new_jobs`("id", "kind", "case_id", "state", "subject_id", "failure", "started_at", "ended_at") SELECT "id", "kind", "case_id", "state", "subject_id", "failure", "started_at", "ended_at" FROM `jobs`;--> statement-breakpoint
DROP TABLE `jobs`;--> statement-breakpoint
ALTER TABLE `__new_jobs` RENAME TO `jobs`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
DROP INDEX `messages_by_time`;--> statement-breakpoint
ALTER TABLE `messages` ADD `mih` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `copy_of` text REFERENCES messages(id);--> statement-breakpoint
CREATE INDEX `messages_by_facts` ON `messages` (`case_id`,`sent_at`,`row`,`form`,`channel`,`unreadable`,`warnings`,`copy_of`,`withdrawn_at`,`thread_id`,`id`);--> statement-breakpoint
CREATE INDEX `messages_by_mih` ON `messages` (`case_id`,`mih`);--> statement-breakpoint
CREATE INDEX `attachments_by_sha256` ON `attachments` (`sha256`,`message_id`);--> statement-breakpoint
CREATE INDEX `message_people_by_address` ON `message_people` (lower("address"),`message_id`);--> statement-breakpoint
-- The hash is written when the message comes in, or once for one that came in before there was a place for it.
CREATE TRIGGER messages_hash_once BEFORE UPDATE OF mih, copy_of ON messages WHEN OLD.mih IS NOT NULL OR OLD.message_id IS NULL
BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
-- What was indexed until now has version 1 (electron/features/evidence/search-text.ts).
INSERT INTO `search_index` VALUES (1, 0, 0, 0, 0);
