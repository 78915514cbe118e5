CREATE TABLE `search_entries` (
	`number` integer PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`title` text NOT NULL,
	`asks` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_by_campaign` ON `search_entries` (`campaign_id`);
--> statement-breakpoint
CREATE TABLE `search_words` (
	`word` text PRIMARY KEY NOT NULL,
	`campaign_count` integer NOT NULL
);

--> statement-breakpoint
DROP INDEX `campaigns_by_state`;
--> statement-breakpoint
DROP INDEX `campaigns_by_closing`;
--> statement-breakpoint
CREATE INDEX `campaigns_by_state` ON `campaigns` (`kind`,`state`,`opened_at`,`number`);
--> statement-breakpoint
CREATE INDEX `campaigns_by_closing` ON `campaigns` (`state`,`closes_on`,`number`);
--> statement-breakpoint
CREATE INDEX `asks_by_outcome` ON `asks` (`outcome`,`campaign_id`);
