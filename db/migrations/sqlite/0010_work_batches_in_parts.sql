ALTER TABLE `batches` ADD `selection` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `batches` ADD `cursor` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `batches` ADD `done_at` integer;
--> statement-breakpoint
ALTER TABLE `batches` ADD `taken_count` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `batches` ADD `restored_count` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE INDEX `batches_newest` ON `batches` (`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `public_names_held` ON `public_names` (`campaign_id`,`signature_id`) WHERE "public_names"."is_held";
