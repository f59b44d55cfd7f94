CREATE TABLE `translations` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`message_id` text NOT NULL,
	`part_path` text,
	`quote` text,
	`quote_start` integer,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`translator` text NOT NULL,
	`credential` text NOT NULL,
	`made_on` text,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "translations_language" CHECK("language" in ('zh', 'en')),
	CONSTRAINT "translations_passage" CHECK(("translations"."quote" is null) = ("translations"."quote_start" is null)),
	CONSTRAINT "translations_of_text" CHECK("translations"."quote" is null or "translations"."part_path" is null)
);
--> statement-breakpoint
CREATE INDEX `translations_by_message` ON `translations` (`message_id`);--> statement-breakpoint
CREATE INDEX `translations_by_case` ON `translations` (`case_id`);--> statement-breakpoint
DROP INDEX `messages_fingerprint`;--> statement-breakpoint
ALTER TABLE `messages` ADD `charset` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `reading_of` text REFERENCES messages(id);--> statement-breakpoint
CREATE INDEX `messages_withdrawn` ON `messages` (`case_id`,`fingerprint`) WHERE "withdrawn_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_fingerprint` ON `messages` (`case_id`,`fingerprint`) WHERE "withdrawn_at" is null;--> statement-breakpoint
CREATE TRIGGER messages_no_change_of_reading BEFORE UPDATE OF charset, reading_of ON messages BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
DROP TRIGGER messages_withdrawn_once;
--> statement-breakpoint
CREATE TRIGGER messages_withdrawn_once BEFORE UPDATE OF withdrawn_at ON messages WHEN OLD.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
