ALTER TABLE `ask_outcomes` ADD `replaces_id` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `ask_outcomes` ADD `note` text DEFAULT '' NOT NULL;
