ALTER TABLE `public_names` ADD `surname_key` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `public_names` ADD `organisation_key` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `public_names_by_surname` ON `public_names` (`campaign_id`,`surname_key`);
--> statement-breakpoint
CREATE INDEX `public_names_by_organisation` ON `public_names` (`campaign_id`,`organisation_key`,`sort_key`) WHERE "public_names"."organisation_key" <> '';
--> statement-breakpoint
ALTER TABLE `standings` ADD `reason` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `standings_by_organisation` ON `standings` (`organisation_key`,`created_at`);
