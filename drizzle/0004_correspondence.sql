PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`message_id` text,
	`quote` text NOT NULL,
	`quote_start` integer,
	`speaker` text NOT NULL,
	`said_on` text,
	`asked_on` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statements_kind" CHECK("kind" in ('term', 'delivery', 'defect', 'debt')),
	CONSTRAINT "statements_channel" CHECK("channel" in ('email', 'alibaba-chat', 'complaint-center', 'wechat', 'whatsapp', 'telephone', 'meeting', 'document', 'other')),
	CONSTRAINT "statements_source" CHECK(("__new_statements"."message_id" is null) = ("__new_statements"."quote_start" is null)),
	CONSTRAINT "statements_mail" CHECK("__new_statements"."channel" <> 'email' or "__new_statements"."message_id" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_statements`("id", "case_id", "kind", "channel", "message_id", "quote", "quote_start", "speaker", "said_on", "asked_on", "created_at") SELECT "id", "case_id", "kind", "channel", "message_id", "quote", "quote_start", "speaker", "said_on", "asked_on", "created_at" FROM `statements`;--> statement-breakpoint
DROP TABLE `statements`;--> statement-breakpoint
ALTER TABLE `__new_statements` RENAME TO `statements`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `statements_by_case` ON `statements` (`case_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `statements_by_message` ON `statements` (`message_id`);--> statement-breakpoint
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
	CONSTRAINT "jobs_kind" CHECK("kind" in ('evidence.import', 'exhibits.export', 'backups.make')),
	CONSTRAINT "jobs_state" CHECK("state" in ('running', 'done', 'cancelled', 'failed', 'abandoned'))
);
--> statement-breakpoint
INSERT INTO `__new_jobs`("id", "kind", "case_id", "state", "subject_id", "failure", "started_at", "ended_at") SELECT "id", "kind", "case_id", "state", "subject_id", "failure", "started_at", "ended_at" FROM `jobs`;--> statement-breakpoint
DROP TABLE `jobs`;--> statement-breakpoint
ALTER TABLE `__new_jobs` RENAME TO `jobs`;--> statement-breakpoint
ALTER TABLE `messages` ADD `form` text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `channel` text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `withdrawn_at` text;--> statement-breakpoint
ALTER TABLE `threads` ADD `conversation` text;--> statement-breakpoint
CREATE UNIQUE INDEX `threads_by_conversation` ON `threads` (`case_id`,`conversation`);--> statement-breakpoint
CREATE TRIGGER messages_no_change_of_form BEFORE UPDATE OF form ON messages BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER messages_no_change_of_channel BEFORE UPDATE OF channel ON messages WHEN OLD.form <> 'document'
BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER messages_withdrawn_once BEFORE UPDATE OF withdrawn_at ON messages WHEN OLD.withdrawn_at IS NOT NULL OR OLD.form <> 'chat'
BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
