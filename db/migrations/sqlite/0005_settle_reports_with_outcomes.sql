ALTER TABLE `reports` ADD `outcome` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `complaints` ADD `harm` text DEFAULT '' NOT NULL;
