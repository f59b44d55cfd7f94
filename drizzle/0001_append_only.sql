-- Custody, audit and what was exported only ever grow; originals and what was read from them never change.
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'AUDIT_IS_APPEND_ONLY'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'AUDIT_IS_APPEND_ONLY'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_in_order BEFORE INSERT ON audit_entries
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_entries)
BEGIN SELECT RAISE(ABORT, 'AUDIT_HAS_NO_GAPS'); END;
--> statement-breakpoint
CREATE TRIGGER intakes_no_update BEFORE UPDATE ON intakes BEGIN SELECT RAISE(ABORT, 'CUSTODY_IS_APPEND_ONLY'); END;
--> statement-breakpoint
CREATE TRIGGER intakes_no_delete BEFORE DELETE ON intakes BEGIN SELECT RAISE(ABORT, 'CUSTODY_IS_APPEND_ONLY'); END;
--> statement-breakpoint
CREATE TRIGGER originals_no_update BEFORE UPDATE ON originals BEGIN SELECT RAISE(ABORT, 'ORIGINAL_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER originals_no_delete BEFORE DELETE ON originals BEGIN SELECT RAISE(ABORT, 'ORIGINAL_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER messages_no_update BEFORE UPDATE OF row, id, case_id, original_sha256, fingerprint, unreadable, subject,
  message_id, sent_at, sent_zone_minutes, sent_raw, received_at, text, has_html, warnings, added_at ON messages
BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER messages_no_delete BEFORE DELETE ON messages BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER message_people_no_update BEFORE UPDATE ON message_people BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER message_people_no_delete BEFORE DELETE ON message_people BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER message_links_no_update BEFORE UPDATE ON message_links BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER message_links_no_delete BEFORE DELETE ON message_links BEGIN SELECT RAISE(ABORT, 'MESSAGE_IS_IMMUTABLE'); END;
--> statement-breakpoint
CREATE TRIGGER exports_no_update BEFORE UPDATE ON exports BEGIN SELECT RAISE(ABORT, 'EXPORT_IS_APPEND_ONLY'); END;
--> statement-breakpoint
CREATE TRIGGER exports_no_delete BEFORE DELETE ON exports BEGIN SELECT RAISE(ABORT, 'EXPORT_IS_APPEND_ONLY'); END;
--> statement-breakpoint
CREATE TRIGGER backups_no_update BEFORE UPDATE OF id, made_at, place, store_bytes, file_count, copied_count, head_seq, head_hash ON backups
BEGIN SELECT RAISE(ABORT, 'BACKUP_IS_APPEND_ONLY'); END;
--> statement-breakpoint
CREATE TRIGGER backups_no_delete BEFORE DELETE ON backups BEGIN SELECT RAISE(ABORT, 'BACKUP_IS_APPEND_ONLY'); END;
