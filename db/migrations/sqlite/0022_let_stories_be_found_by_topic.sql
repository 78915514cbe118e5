ALTER TABLE `stories` ADD `topics` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `story_sharings` ADD `request` text DEFAULT '' NOT NULL;
