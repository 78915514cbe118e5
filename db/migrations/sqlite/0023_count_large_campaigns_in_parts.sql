CREATE TABLE `name_marks` (
	`campaign_id` text NOT NULL,
	`passed` integer NOT NULL,
	`position` integer NOT NULL,
	`sort_key` text NOT NULL,
	`signature_id` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `passed`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `counted_hours` (
	`campaign_id` text NOT NULL,
	`hour` integer NOT NULL,
	`change` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `hour`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `counted_events` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL,
	`seen` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
DROP INDEX `count_events_by_hour`;
--> statement-breakpoint
CREATE INDEX `count_events_in_order` ON `count_events` (`campaign_id`,`sequence`);
--> statement-breakpoint
ALTER TABLE `publications` ADD `hand_in_total` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `publications` ADD `wanting_total` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `publications` ADD `named_total` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE INDEX `signatures_handing_in` ON `signatures` (`campaign_id`,`id`) WHERE "signatures"."state" = 'confirmed' and "signatures"."hand_in";
--> statement-breakpoint
CREATE INDEX `signatures_connected` ON `signatures` (`campaign_id`,`id`) WHERE "signatures"."state" = 'confirmed' and "signatures"."connection" <> '';
--> statement-breakpoint
CREATE INDEX `signatures_wanting_news` ON `signatures` (`campaign_id`,`id`) WHERE "signatures"."state" = 'confirmed' and "signatures"."updates";
--> statement-breakpoint
CREATE INDEX `signatures_with_details` ON `signatures` (`campaign_id`,`id`) WHERE "signatures"."email" <> '';
