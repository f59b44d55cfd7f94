CREATE TABLE `attachment_texts` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` text NOT NULL,
	`position` integer NOT NULL,
	`piece` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`text` text NOT NULL,
	`read_at` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attachment_texts_state" CHECK("state" in ('read', 'none', 'failed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attachment_texts_key` ON `attachment_texts` (`message_id`,`position`,`piece`);--> statement-breakpoint
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
	CONSTRAINT "jobs_kind" CHECK("kind" in ('evidence.import', 'evidence.texts', 'exhibits.export', 'backups.make')),
	CONSTRAINT "jobs_state" CHECK("state" in ('running', 'done', 'cancelled', 'failed', 'abandoned'))
);
--> statement-breakpoint
INSERT INTO `__new_jobs`("id", "kind", "case_id", "state", "subject_id", "failure", "started_at", "ended_at") SELECT "id", "kind", "case_id", "state", "subject_id", "failure", "started_at", "ended_at" FROM `jobs`;--> statement-breakpoint
DROP TABLE `jobs`;--> statement-breakpoint
ALTER TABLE `__new_jobs` RENAME TO `jobs`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `intakes` ADD `container_sha256` text;--> statement-breakpoint
ALTER TABLE `intakes` ADD `item_number` integer;--> statement-breakpoint
ALTER TABLE `intakes` ADD `folder` text;--> statement-breakpoint
ALTER TABLE `intakes` ADD `labels` text;--> statement-breakpoint
CREATE TRIGGER attachment_texts_no_update BEFORE UPDATE ON attachment_texts BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER attachment_texts_no_delete BEFORE DELETE ON attachment_texts BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
-- As message_search: full text without a copy of the text. The row id is attachment_texts.row.
CREATE VIRTUAL TABLE attachment_search USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
