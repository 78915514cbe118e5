CREATE TABLE `stories` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`state` text NOT NULL,
	`council_gss` text NOT NULL,
	`district_gss` text NOT NULL,
	`constituency_gss` text NOT NULL,
	`content` text NOT NULL,
	`revision` integer NOT NULL,
	`email` text NOT NULL,
	`address_hash` text NOT NULL,
	`campaign_id` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`pull_quote` text NOT NULL,
	`content_note` text NOT NULL,
	`easy` text NOT NULL,
	`needs_second` integer NOT NULL,
	`is_urgent` integer NOT NULL,
	`reason` text NOT NULL,
	`is_demonstration` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer,
	`submitted_at` integer,
	`published_at` integer,
	`withdrawn_at` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `stories_by_public_id` ON `stories` (`public_id`);
--> statement-breakpoint
CREATE INDEX `stories_by_state` ON `stories` (`state`,`is_urgent`,`submitted_at`,`id`);
--> statement-breakpoint
CREATE INDEX `stories_by_council` ON `stories` (`council_gss`,`state`,`published_at`,`id`);
--> statement-breakpoint
CREATE INDEX `stories_newest` ON `stories` (`state`,`published_at`,`id`);
--> statement-breakpoint
CREATE INDEX `stories_by_address` ON `stories` (`address_hash`);
--> statement-breakpoint
CREATE INDEX `stories_by_expiry` ON `stories` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `story_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`use` text NOT NULL,
	`group_id` text NOT NULL,
	`wording_version` integer NOT NULL,
	`wording` text NOT NULL,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `story_consents_by_story` ON `story_consents` (`story_id`,`given_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `story_consents_once` ON `story_consents` (`story_id`,`use`,`group_id`) WHERE "story_consents"."withdrawn_at" is null;
--> statement-breakpoint
CREATE TABLE `story_sharings` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`use` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `story_sharings_by_story` ON `story_sharings` (`story_id`,`at`);
--> statement-breakpoint
CREATE TABLE `story_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`revision` integer NOT NULL,
	`account_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `story_decisions_by_story` ON `story_decisions` (`story_id`,`id`);
--> statement-breakpoint
CREATE TABLE `story_suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`story_id` text NOT NULL,
	`revision` integer NOT NULL,
	`account_id` text NOT NULL,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `story_suggestions_by_public_id` ON `story_suggestions` (`public_id`);
--> statement-breakpoint
CREATE INDEX `story_suggestions_by_story` ON `story_suggestions` (`story_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `story_facts` (
	`story_id` text PRIMARY KEY NOT NULL,
	`council_gss` text NOT NULL,
	`district_gss` text NOT NULL,
	`constituency_gss` text NOT NULL,
	`need` text NOT NULL,
	`age_band` text NOT NULL,
	`months_out` text NOT NULL,
	`money` text NOT NULL,
	`miles` text NOT NULL,
	`months_waited` text NOT NULL,
	`tribunal` text NOT NULL,
	`happened` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer
);

--> statement-breakpoint
CREATE INDEX `story_facts_by_council` ON `story_facts` (`council_gss`,`story_id`);
--> statement-breakpoint
CREATE INDEX `story_facts_by_district` ON `story_facts` (`district_gss`,`story_id`);
--> statement-breakpoint
CREATE INDEX `story_facts_by_constituency` ON `story_facts` (`constituency_gss`,`story_id`);
--> statement-breakpoint
CREATE INDEX `story_facts_left` ON `story_facts` (`left_at`);
--> statement-breakpoint
CREATE TABLE `story_sums` (
	`gss_code` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`story_count` integer NOT NULL,
	`summed_at` integer NOT NULL,
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `story_sum_members` (
	`gss_code` text NOT NULL,
	`story_id` text NOT NULL,
	PRIMARY KEY(`gss_code`, `story_id`),
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `story_sum_members_by_story` ON `story_sum_members` (`story_id`);
--> statement-breakpoint
CREATE TABLE `story_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`story_id` text NOT NULL,
	`council_gss` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`words` text NOT NULL,
	`writer_name` text NOT NULL,
	`writer_role` text NOT NULL,
	`email` text NOT NULL,
	`address_hash` text NOT NULL,
	`is_official` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`due_at` integer,
	`published_at` integer,
	`settled_at` integer,
	`settled_by` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `story_statements_by_public_id` ON `story_statements` (`public_id`);
--> statement-breakpoint
CREATE INDEX `story_statements_by_story` ON `story_statements` (`story_id`,`state`,`published_at`);
--> statement-breakpoint
CREATE INDEX `story_statements_by_council` ON `story_statements` (`council_gss`,`state`,`published_at`);
--> statement-breakpoint
CREATE INDEX `story_statements_by_state` ON `story_statements` (`state`,`due_at`,`id`);
