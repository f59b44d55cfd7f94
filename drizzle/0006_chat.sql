CREATE TABLE `captures` (
	`message_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`channel` text NOT NULL,
	`captured_on` text,
	`captured_time` text,
	`captured_zone` text,
	`account` text NOT NULL,
	`order_number` text NOT NULL,
	`complaint_number` text NOT NULL,
	`captured_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "captures_channel" CHECK("channel" in ('email', 'alibaba-chat', 'complaint-center', 'wechat', 'whatsapp', 'telephone', 'meeting', 'document', 'other')),
	CONSTRAINT "captures_time" CHECK("captures"."captured_time" is null or "captures"."captured_on" is not null)
);
--> statement-breakpoint
CREATE INDEX `captures_by_case` ON `captures` (`case_id`);--> statement-breakpoint
CREATE TABLE `chat_readings` (
	`import_id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`original_sha256` text NOT NULL,
	`source_name` text NOT NULL,
	`format` text NOT NULL,
	`charset` text NOT NULL,
	`charset_guessed` integer NOT NULL,
	`zone` text,
	`date_order` text NOT NULL,
	`columns` text,
	`line_count` integer NOT NULL,
	`undated_count` integer NOT NULL,
	`unread_count` integer NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_sha256`) REFERENCES `originals`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `chat_readings_by_thread` ON `chat_readings` (`thread_id`);--> statement-breakpoint
CREATE TABLE `chat_speakers` (
	`thread_id` text NOT NULL,
	`name` text NOT NULL,
	`account` text NOT NULL,
	`side` text NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "chat_speakers_side" CHECK("side" in ('client', 'counterparty', 'other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_speakers_key` ON `chat_speakers` (`thread_id`,`name`);--> statement-breakpoint
CREATE TRIGGER chat_readings_no_update BEFORE UPDATE ON chat_readings BEGIN SELECT RAISE(ABORT, 'CUSTODY_IS_APPEND_ONLY'); END;
--> statement-breakpoint
CREATE TRIGGER chat_readings_no_delete BEFORE DELETE ON chat_readings BEGIN SELECT RAISE(ABORT, 'CUSTODY_IS_APPEND_ONLY'); END;
