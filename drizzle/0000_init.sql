CREATE TABLE `case_addresses` (
	`case_id` text NOT NULL,
	`position` integer NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_addresses_key` ON `case_addresses` (`case_id`,`position`);--> statement-breakpoint
CREATE TABLE `case_forums` (
	`case_id` text NOT NULL,
	`forum` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "case_forums_forum" CHECK("forum" in ('prc-court', 'cietac', 'hkiac', 'other-arbitration', 'alibaba-mediation', 'aliexpress-dispute'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_forums_key` ON `case_forums` (`case_id`,`forum`);--> statement-breakpoint
CREATE TABLE `case_mailboxes` (
	`case_id` text NOT NULL,
	`side` text NOT NULL,
	`pattern` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "case_mailboxes_side" CHECK("side" in ('client', 'counterparty'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_mailboxes_key` ON `case_mailboxes` (`case_id`,`side`,`pattern`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`reference` text NOT NULL,
	`client_name` text NOT NULL,
	`client_role` text NOT NULL,
	`counterparty_name_zh` text NOT NULL,
	`counterparty_name_en` text NOT NULL,
	`counterparty_code` text NOT NULL,
	`contract_title` text NOT NULL,
	`contract_number` text NOT NULL,
	`contract_date` text,
	`claim_minor` integer,
	`claim_currency` text NOT NULL,
	`claim_due_on` text,
	`notes` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`archived_at` text,
	CONSTRAINT "cases_client_role" CHECK("client_role" in ('creditor', 'debtor')),
	CONSTRAINT "cases_claim" CHECK("cases"."claim_minor" is null or "cases"."claim_minor" >= 0)
);
--> statement-breakpoint
CREATE INDEX `cases_by_change` ON `cases` (`archived_at`,`changed_at`);--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`message_id` text NOT NULL,
	`verdict` text NOT NULL,
	`quote` text NOT NULL,
	`decided_at` text NOT NULL,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answers_verdict" CHECK("verdict" in ('confirms', 'denies', 'rejected'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_key` ON `answers` (`statement_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `answers_by_message` ON `answers` (`message_id`);--> statement-breakpoint
CREATE TABLE `statements` (
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
	CONSTRAINT "statements_channel" CHECK("channel" in ('email', 'alibaba-chat', 'complaint-center', 'wechat', 'telephone', 'meeting', 'other')),
	CONSTRAINT "statements_source" CHECK(("statements"."message_id" is null) = ("statements"."quote_start" is null)),
	CONSTRAINT "statements_mail" CHECK(("statements"."channel" = 'email') = ("statements"."message_id" is not null))
);
--> statement-breakpoint
CREATE INDEX `statements_by_case` ON `statements` (`case_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `statements_by_message` ON `statements` (`message_id`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`message_id` text NOT NULL,
	`position` integer NOT NULL,
	`part_path` text NOT NULL,
	`file_name` text NOT NULL,
	`raw_file_name` text,
	`content_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`content_id` text,
	`inline` integer NOT NULL,
	`nested_subject` text,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attachments_key` ON `attachments` (`message_id`,`position`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	`cancelled` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `intakes` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`source_name` text NOT NULL,
	`source_offset` integer,
	`outcome` text NOT NULL,
	`reason` text,
	`message_id` text,
	`original_sha256` text,
	`taken_at` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_sha256`) REFERENCES `originals`(`sha256`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "intakes_outcome" CHECK("outcome" in ('stored', 'known', 'unreadable', 'skipped'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `intakes_key` ON `intakes` (`import_id`,`position`);--> statement-breakpoint
CREATE INDEX `intakes_by_message` ON `intakes` (`message_id`);--> statement-breakpoint
CREATE INDEX `intakes_by_original` ON `intakes` (`original_sha256`);--> statement-breakpoint
CREATE TABLE `message_links` (
	`message_id` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`target` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_links_kind" CHECK("kind" in ('in-reply-to', 'reference'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_links_key` ON `message_links` (`message_id`,`kind`,`position`);--> statement-breakpoint
CREATE INDEX `message_links_by_target` ON `message_links` (`target`);--> statement-breakpoint
CREATE TABLE `message_people` (
	`message_id` text NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_people_role" CHECK("role" in ('from', 'sender', 'reply-to', 'to', 'cc', 'bcc'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_people_key` ON `message_people` (`message_id`,`role`,`position`);--> statement-breakpoint
CREATE TABLE `messages` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`original_sha256` text NOT NULL,
	`fingerprint` text,
	`thread_id` text NOT NULL,
	`unreadable` text,
	`subject` text NOT NULL,
	`message_id` text,
	`sent_at` text,
	`sent_zone_minutes` integer,
	`sent_raw` text,
	`received_at` text,
	`text` text NOT NULL,
	`has_html` integer NOT NULL,
	`warnings` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_sha256`) REFERENCES `originals`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "messages_unreadable" CHECK("unreadable" is null or "unreadable" in ('EMPTY', 'NOT_A_MESSAGE', 'TOO_LARGE', 'TOO_MANY_PARTS', 'TOO_DEEP', 'TOO_MANY_HEADERS', 'TOOK_TOO_LONG', 'OUT_OF_MEMORY', 'READER_FAILED'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_id_unique` ON `messages` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_fingerprint` ON `messages` (`case_id`,`fingerprint`);--> statement-breakpoint
CREATE INDEX `messages_by_time` ON `messages` (`case_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `messages_by_thread` ON `messages` (`thread_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `messages_by_message_id` ON `messages` (`case_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `messages_by_original` ON `messages` (`original_sha256`);--> statement-breakpoint
CREATE TABLE `originals` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size_bytes` integer NOT NULL,
	`bytes` blob,
	`salt` text NOT NULL,
	`stored_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`latest_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `threads_by_time` ON `threads` (`case_id`,`latest_at`,`id`);--> statement-breakpoint
CREATE TABLE `exhibit_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`set_id` text NOT NULL,
	`position` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`purpose_zh` text NOT NULL,
	`purpose_en` text NOT NULL,
	FOREIGN KEY (`set_id`) REFERENCES `exhibit_sets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exhibit_groups_by_set` ON `exhibit_groups` (`set_id`,`position`);--> statement-breakpoint
CREATE TABLE `exhibit_items` (
	`exhibit_id` text NOT NULL,
	`position` integer NOT NULL,
	`message_id` text,
	`statement_id` text,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exhibit_items_one" CHECK(("exhibit_items"."message_id" is null) <> ("exhibit_items"."statement_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exhibit_items_key` ON `exhibit_items` (`exhibit_id`,`position`);--> statement-breakpoint
CREATE INDEX `exhibit_items_by_message` ON `exhibit_items` (`message_id`);--> statement-breakpoint
CREATE TABLE `exhibit_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`language` text NOT NULL,
	`number_style` text NOT NULL,
	`numbering` text NOT NULL,
	`tribunal` text NOT NULL,
	`case_number` text NOT NULL,
	`submitter` text NOT NULL,
	`submitter_role` text NOT NULL,
	`submitted_on` text,
	`show_kind` integer NOT NULL,
	`show_originality` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "exhibit_sets_language" CHECK("language" in ('zh', 'en', 'both')),
	CONSTRAINT "exhibit_sets_style" CHECK("number_style" in ('chinese', 'arbitration')),
	CONSTRAINT "exhibit_sets_numbering" CHECK("numbering" in ('continuous', 'by-group')),
	CONSTRAINT "exhibit_sets_role" CHECK("submitter_role" in ('plaintiff', 'defendant', 'claimant', 'respondent'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exhibit_sets_case_id_unique` ON `exhibit_sets` (`case_id`);--> statement-breakpoint
CREATE TABLE `exhibits` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`originality` text NOT NULL,
	`copies` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`source_zh` text NOT NULL,
	`source_en` text NOT NULL,
	`purpose_zh` text NOT NULL,
	`purpose_en` text NOT NULL,
	`content_zh` text NOT NULL,
	`content_en` text NOT NULL,
	`notes_zh` text NOT NULL,
	`notes_en` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `exhibit_groups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exhibits_kind" CHECK("kind" in ('electronic-data', 'documentary', 'physical', 'audio-visual', 'testimony', 'expert-opinion', 'inspection-record', 'party-statement')),
	CONSTRAINT "exhibits_originality" CHECK("originality" in ('original', 'copy', 'copy-original-at-hearing')),
	CONSTRAINT "exhibits_copies" CHECK("exhibits"."copies" >= 1)
);
--> statement-breakpoint
CREATE INDEX `exhibits_by_group` ON `exhibits` (`group_id`,`position`);--> statement-breakpoint
CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`made_at` text NOT NULL,
	`form` text NOT NULL,
	`location` text NOT NULL,
	`exhibit_count` integer NOT NULL,
	`page_count` integer NOT NULL,
	`manifest_sha256` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "exports_form" CHECK("form" in ('folder', 'zip'))
);
--> statement-breakpoint
CREATE TABLE `unfinished_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`location` text NOT NULL,
	`draft` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `backups` (
	`id` text PRIMARY KEY NOT NULL,
	`made_at` text NOT NULL,
	`place` text NOT NULL,
	`store_bytes` integer NOT NULL,
	`file_count` integer NOT NULL,
	`copied_count` integer NOT NULL,
	`head_seq` integer NOT NULL,
	`head_hash` text NOT NULL,
	`proven_at` text,
	`problem` text,
	`removed_at` text
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`key` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`kept_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `safekeeping` (
	`id` integer PRIMARY KEY NOT NULL,
	`idle_minutes` integer NOT NULL,
	`backup_folder` text,
	`backup_every_hours` integer NOT NULL,
	CONSTRAINT "safekeeping_one" CHECK("id" = 1)
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`act` text NOT NULL,
	`object_id` text NOT NULL,
	`entry` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`case_id` text,
	`state` text NOT NULL,
	`subject_id` text NOT NULL,
	`failure` text,
	`started_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "jobs_kind" CHECK("kind" in ('evidence.import', 'exhibits.export', 'backups.make', 'vault.verify')),
	CONSTRAINT "jobs_state" CHECK("state" in ('running', 'done', 'cancelled', 'failed', 'abandoned'))
);
