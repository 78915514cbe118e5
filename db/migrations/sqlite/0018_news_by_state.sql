ALTER TABLE `updates` ADD `reached_count` integer;
--> statement-breakpoint
CREATE INDEX `update_receipts_by_state` ON `update_receipts` (`update_id`,`state`,`due_at`,`id`);
