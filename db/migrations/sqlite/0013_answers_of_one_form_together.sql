ALTER TABLE `responses` ADD `group_id` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `responses` ADD `delivery_id` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `responses` ADD `mode` text DEFAULT 'rehearsal' NOT NULL;
--> statement-breakpoint
ALTER TABLE `responses` ADD `reason` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_published_once` ON `responses` (`campaign_id`,`representative_id`,`position`) WHERE "responses"."state" = 'published';
--> statement-breakpoint
CREATE INDEX `responses_by_group` ON `responses` (`group_id`);
