ALTER TABLE `story_statements` ADD `organisation` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `story_statements` ADD `note` text DEFAULT '' NOT NULL;
