CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`message_id` text,
	`statement_id` text,
	`note` text NOT NULL,
	`noted_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "agreements_of" CHECK(("agreements"."message_id" is null) <> ("agreements"."statement_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_by_message` ON `agreements` (`message_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_by_statement` ON `agreements` (`statement_id`);--> statement-breakpoint
CREATE INDEX `agreements_by_case` ON `agreements` (`case_id`);--> statement-breakpoint
CREATE TABLE `perishables` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`channel` text NOT NULL,
	`title` text NOT NULL,
	`ended_on` text,
	`kept_days` integer NOT NULL,
	`captured_message_id` text,
	`added_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`captured_message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "perishables_channel" CHECK("channel" in ('complaint-center', 'alibaba-chat')),
	CONSTRAINT "perishables_kept_days" CHECK("perishables"."kept_days" between 0 and 3650)
);
--> statement-breakpoint
CREATE INDEX `perishables_by_case` ON `perishables` (`case_id`,`added_at`);--> statement-breakpoint
CREATE TABLE `rule_overrides` (
	`case_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`forum` text NOT NULL,
	`channel` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text NOT NULL,
	`made_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "rule_overrides_forum" CHECK("forum" in ('prc-court', 'cietac', 'hkiac', 'other-arbitration', 'alibaba-mediation', 'aliexpress-dispute')),
	CONSTRAINT "rule_overrides_channel" CHECK("channel" in ('email', 'alibaba-chat', 'complaint-center', 'wechat', 'whatsapp', 'telephone', 'meeting', 'document', 'other')),
	CONSTRAINT "rule_overrides_verdict" CHECK("verdict" in ('counts', 'counts-if-confirmed', 'reference-only', 'lost-when-deleted', 'does-not-count'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_overrides_key` ON `rule_overrides` (`case_id`,`rule_id`,`forum`,`channel`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`side` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`company_zh` text DEFAULT '' NOT NULL,
	`company_en` text DEFAULT '' NOT NULL,
	`person` text DEFAULT '' NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "identities_side" CHECK("side" in ('client', 'counterparty', 'third-party')),
	CONSTRAINT "identities_kind" CHECK("kind" in ('domain', 'email', 'wechat', 'whatsapp', 'alibaba-chat', 'phone', 'other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_key` ON `identities` (`case_id`,`side`,`kind`,`value`);--> statement-breakpoint
CREATE TABLE `identity_bases` (
	`id` text PRIMARY KEY NOT NULL,
	`identity_id` text NOT NULL,
	`kind` text NOT NULL,
	`message_id` text,
	`quote` text NOT NULL,
	`note` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`identity_id`) REFERENCES `identities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "identity_bases_kind" CHECK("kind" in ('contract-clause', 'signature-block', 'domain', 'order', 'business-card', 'company-register', 'admission', 'other'))
);
--> statement-breakpoint
CREATE INDEX `identity_bases_by_identity` ON `identity_bases` (`identity_id`,`added_at`);