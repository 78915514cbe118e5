CREATE TABLE `delivery_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`request` text NOT NULL,
	`members` text NOT NULL,
	`attempt_count` integer NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`repeat_until` integer,
	`created_at` integer NOT NULL,
	`settled_at` integer
);

--> statement-breakpoint
CREATE INDEX `delivery_batches_due` ON `delivery_batches` (`state`,`due_at`,`id`);
--> statement-breakpoint
CREATE TABLE `mail_events` (
	`id` text PRIMARY KEY NOT NULL,
	`row_id` text NOT NULL,
	`kind` text NOT NULL,
	`happened_at` integer NOT NULL,
	`received_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `mail_events_by_row` ON `mail_events` (`row_id`,`happened_at`);
--> statement-breakpoint
CREATE INDEX `mail_events_by_age` ON `mail_events` (`received_at`);
--> statement-breakpoint
CREATE TABLE `forwarding_rules` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`tells_mps` integer NOT NULL,
	`councillors` text NOT NULL,
	`tells_recipients` integer NOT NULL,
	`pace` text NOT NULL,
	`sends_closing` integer NOT NULL,
	`is_paused` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `polls` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`area` text NOT NULL,
	`quiet_from` text NOT NULL,
	`poll_on` text NOT NULL,
	`source` text NOT NULL,
	`is_cancelled` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `polls_by_public_id` ON `polls` (`public_id`);
--> statement-breakpoint
CREATE INDEX `polls_by_day` ON `polls` (`poll_on`,`id`);
--> statement-breakpoint
CREATE TABLE `pauses` (
	`id` text PRIMARY KEY NOT NULL,
	`address_hash` text NOT NULL,
	`campaign_id` text NOT NULL,
	`reason` text NOT NULL,
	`term_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);

--> statement-breakpoint
CREATE INDEX `pauses_by_address` ON `pauses` (`address_hash`,`campaign_id`);
--> statement-breakpoint
CREATE TABLE `recipients` (
	`campaign_id` text NOT NULL,
	`representative_id` text NOT NULL,
	`position` integer NOT NULL,
	`is_copy` integer NOT NULL,
	`checked_by` text NOT NULL,
	`checked_at` integer,
	PRIMARY KEY(`campaign_id`, `representative_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`representative_id`) REFERENCES `representatives`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `recipients_by_representative` ON `recipients` (`representative_id`);
--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`representative_id` text NOT NULL,
	`term_id` text NOT NULL,
	`position` integer NOT NULL,
	`stance` text NOT NULL,
	`words` text NOT NULL,
	`writer_name` text NOT NULL,
	`writer_role` text NOT NULL,
	`is_official` integer NOT NULL,
	`state` text NOT NULL,
	`replaces` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`published_at` integer,
	`settled_at` integer,
	`settled_by` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`representative_id`) REFERENCES `representatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `responses_by_public_id` ON `responses` (`public_id`);
--> statement-breakpoint
CREATE INDEX `responses_by_campaign` ON `responses` (`campaign_id`,`state`,`published_at`);
--> statement-breakpoint
CREATE INDEX `responses_by_representative` ON `responses` (`representative_id`,`state`,`published_at`);
--> statement-breakpoint
CREATE INDEX `responses_by_state` ON `responses` (`state`,`created_at`,`id`);
--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`delivery_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`content` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `replies_by_campaign` ON `replies` (`campaign_id`,`received_at`);
--> statement-breakpoint
CREATE INDEX `replies_by_age` ON `replies` (`received_at`);
--> statement-breakpoint
ALTER TABLE `deliveries` ADD `batch_id` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `deliveries_by_batch` ON `deliveries` (`batch_id`);
--> statement-breakpoint
CREATE INDEX `deliveries_by_term` ON `deliveries` (`term_id`,`slot_on`);
