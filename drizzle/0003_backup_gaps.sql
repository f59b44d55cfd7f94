CREATE TABLE `backup_gaps` (
	`backup_id` text NOT NULL,
	`original_sha256` text NOT NULL,
	PRIMARY KEY(`backup_id`, `original_sha256`),
	FOREIGN KEY (`backup_id`) REFERENCES `backups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_sha256`) REFERENCES `originals`(`sha256`) ON UPDATE no action ON DELETE no action
);
