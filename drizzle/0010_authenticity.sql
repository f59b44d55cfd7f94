CREATE TABLE `dkim_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`domain` text NOT NULL,
	`selector` text NOT NULL,
	`record` text NOT NULL,
	`looked_up_on` text NOT NULL,
	`looked_up_by` text NOT NULL,
	`source` text NOT NULL,
	`added_at` text NOT NULL,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `dkim_keys_by_name` ON `dkim_keys` (`domain`,`selector`);--> statement-breakpoint
CREATE UNIQUE INDEX `dkim_keys_key` ON `dkim_keys` (`domain`,`selector`,`record`,`looked_up_on`);--> statement-breakpoint
CREATE TABLE `provenances` (
	`import_id` text PRIMARY KEY NOT NULL,
	`mailbox` text NOT NULL,
	`account` text NOT NULL,
	`exported_by` text NOT NULL,
	`exported_with` text NOT NULL,
	`exported_on` text,
	`note` text NOT NULL,
	`stated_at` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `score_marks` (
	`message_id` text NOT NULL,
	`factor` integer NOT NULL,
	`mark` text NOT NULL,
	`note` text NOT NULL,
	`marked_at` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "score_marks_factor" CHECK("factor" in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
	CONSTRAINT "score_marks_mark" CHECK("mark" in ('strong', 'weak', 'not-known'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `score_marks_key` ON `score_marks` (`message_id`,`factor`);--> statement-breakpoint
CREATE TRIGGER dkim_keys_no_update BEFORE UPDATE OF id, domain, selector, record, looked_up_on, looked_up_by, source, added_at ON dkim_keys
BEGIN SELECT RAISE(ABORT, 'KEY_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER dkim_keys_withdrawn_once BEFORE UPDATE OF withdrawn_at ON dkim_keys WHEN OLD.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'KEY_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER dkim_keys_no_delete BEFORE DELETE ON dkim_keys BEGIN SELECT RAISE(ABORT, 'KEY_IS_IMMUTABLE'); END;
