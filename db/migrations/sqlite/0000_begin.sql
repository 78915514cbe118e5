CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`row_id` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`attempt_count` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`due_at`,`id`);
--> statement-breakpoint
CREATE TABLE `notices` (
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`wording` text NOT NULL,
	`starts_on` text NOT NULL,
	PRIMARY KEY(`kind`, `version`)
);

--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`address_hash` text NOT NULL,
	`created_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_address` ON `accounts` (`address_hash`);
--> statement-breakpoint
CREATE TABLE `roles` (
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `role`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `sign_in_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`spent_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `sign_in_requests_by_expiry` ON `sign_in_requests` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`account_id` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_by_public_id` ON `sessions` (`public_id`);
--> statement-breakpoint
CREATE INDEX `sessions_by_account` ON `sessions` (`account_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`account_id` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `audit_log_by_subject` ON `audit_log` (`subject`,`sequence`);
--> statement-breakpoint
CREATE TABLE `areas` (
	`gss_code` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`slug` text NOT NULL,
	`parent_gss` text NOT NULL,
	`nation` text NOT NULL,
	`region` text NOT NULL,
	`runs_education` integer NOT NULL,
	`education_gss` text NOT NULL,
	`homepage_url` text NOT NULL,
	`domain` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `areas_by_level` ON `areas` (`level`,`name`,`gss_code`);
--> statement-breakpoint
CREATE INDEX `areas_by_slug` ON `areas` (`level`,`slug`);
--> statement-breakpoint
CREATE INDEX `areas_by_parent` ON `areas` (`parent_gss`,`level`,`name`);
--> statement-breakpoint
CREATE TABLE `area_successors` (
	`gss_code` text NOT NULL,
	`successor_gss` text NOT NULL,
	PRIMARY KEY(`gss_code`, `successor_gss`),
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_gss`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `cells` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`country` text NOT NULL,
	`ward` text NOT NULL,
	`division` text NOT NULL,
	`council` text NOT NULL,
	`county` text NOT NULL,
	`constituency` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `cells_by_codes` ON `cells` (`country`,`ward`,`division`,`council`,`county`,`constituency`);
--> statement-breakpoint
CREATE INDEX `cells_by_council` ON `cells` (`council`);
--> statement-breakpoint
CREATE INDEX `cells_by_constituency` ON `cells` (`constituency`);
--> statement-breakpoint
CREATE TABLE `send_years` (
	`gss_code` text NOT NULL,
	`year` integer NOT NULL,
	`plans_issued` integer,
	`plans_in_time` integer,
	`active_plans` integer,
	`assessment_requests` integer,
	`requests_refused` integer,
	`appeals` integer,
	`appealable_decisions` integer,
	`source` text NOT NULL,
	PRIMARY KEY(`gss_code`, `year`),
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `send_inspections` (
	`gss_code` text NOT NULL,
	`published_on` text NOT NULL,
	`outcome` text NOT NULL,
	`report_url` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`gss_code`, `published_on`),
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `petition_rules` (
	`gss_code` text PRIMARY KEY NOT NULL,
	`min_signatures` integer,
	`debate_threshold` integer,
	`officer_threshold` integer,
	`note` text NOT NULL,
	`source_url` text NOT NULL,
	`checked_on` text NOT NULL,
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `area_overlaps` (
	`gss_code` text NOT NULL,
	`other_gss` text NOT NULL,
	`postcode_count` integer,
	PRIMARY KEY(`gss_code`, `other_gss`),
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_gss`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `area_overlaps_by_other` ON `area_overlaps` (`other_gss`,`gss_code`);
--> statement-breakpoint
CREATE TABLE `representatives` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`kind` text NOT NULL,
	`source_key` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`full_title` text NOT NULL,
	`is_invented` integer NOT NULL,
	`language` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `representatives_by_public_id` ON `representatives` (`public_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `representatives_by_source_key` ON `representatives` (`source_key`);
--> statement-breakpoint
CREATE INDEX `representatives_by_name` ON `representatives` (`name_key`);
--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`representative_id` text NOT NULL,
	`gss_code` text NOT NULL,
	`party` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`address` text NOT NULL,
	`address_hash` text NOT NULL,
	`address_state` text NOT NULL,
	`source` text NOT NULL,
	`checked_on` text NOT NULL,
	FOREIGN KEY (`representative_id`) REFERENCES `representatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `terms_by_area` ON `terms` (`gss_code`,`representative_id`,`starts_on`);
--> statement-breakpoint
CREATE INDEX `terms_by_representative` ON `terms` (`representative_id`,`starts_on`);
--> statement-breakpoint
CREATE INDEX `terms_by_address` ON `terms` (`address_hash`);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`kind` text NOT NULL,
	`representative_id` text,
	`gss_code` text,
	`words` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`source_url` text NOT NULL,
	`email` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`representative_id`) REFERENCES `representatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `corrections_by_public_id` ON `corrections` (`public_id`);
--> statement-breakpoint
CREATE INDEX `corrections_by_state` ON `corrections` (`state`,`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `corrections_by_representative` ON `corrections` (`representative_id`);
--> statement-breakpoint
CREATE TABLE `merged_representatives` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`source_key` text NOT NULL,
	`representative_id` text NOT NULL,
	FOREIGN KEY (`representative_id`) REFERENCES `representatives`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `merged_representatives_by_public_id` ON `merged_representatives` (`public_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `merged_representatives_by_source_key` ON `merged_representatives` (`source_key`);
--> statement-breakpoint
CREATE INDEX `merged_representatives_by_representative` ON `merged_representatives` (`representative_id`);
--> statement-breakpoint
CREATE TABLE `area_corrections` (
	`gss_code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`homepage_url` text NOT NULL,
	`domain` text NOT NULL,
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`body_kind` text NOT NULL,
	`body_name` text NOT NULL,
	`body_gss` text NOT NULL,
	`organiser_name` text NOT NULL,
	`ask_clause` text NOT NULL,
	`goal` integer NOT NULL,
	`shows_names` integer NOT NULL,
	`is_demonstration` integer NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`closes_on` text NOT NULL,
	`closed_at` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_by_slug` ON `campaigns` (`kind`,`slug`);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_by_number` ON `campaigns` (`number`);
--> statement-breakpoint
CREATE INDEX `campaigns_by_state` ON `campaigns` (`kind`,`state`,`opened_at`);
--> statement-breakpoint
CREATE INDEX `campaigns_by_body` ON `campaigns` (`body_gss`,`state`);
--> statement-breakpoint
CREATE INDEX `campaigns_by_closing` ON `campaigns` (`state`,`closes_on`);
--> statement-breakpoint
CREATE TABLE `campaign_texts` (
	`campaign_id` text NOT NULL,
	`variant` text NOT NULL,
	`title` text NOT NULL,
	`why` text NOT NULL,
	`more` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `variant`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `asks` (
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`outcome` text NOT NULL,
	`outcome_on` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `position`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `former_slugs` (
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`campaign_id` text NOT NULL,
	PRIMARY KEY(`kind`, `slug`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`state` text NOT NULL,
	`held_reason` text NOT NULL,
	`cell_id` integer NOT NULL,
	`edition` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`postcode` text NOT NULL,
	`country` text NOT NULL,
	`typed_hash` text NOT NULL,
	`address_hash` text NOT NULL,
	`name_hash` text NOT NULL,
	`postcode_hash` text NOT NULL,
	`show_name` integer NOT NULL,
	`updates` integer NOT NULL,
	`hand_in` integer NOT NULL,
	`connection` text NOT NULL,
	`notice_version` integer NOT NULL,
	`hand_in_version` integer NOT NULL,
	`connection_version` integer NOT NULL,
	`consented_at` integer NOT NULL,
	`language` text NOT NULL,
	`mail_count` integer NOT NULL,
	`last_mail_at` integer,
	`remind_at` integer,
	`expires_at` integer,
	`client_hash` text NOT NULL,
	`client_net_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`) REFERENCES `cells`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `signatures_pending_once` ON `signatures` (`campaign_id`,`typed_hash`) WHERE "signatures"."state" = 'pending';
--> statement-breakpoint
CREATE INDEX `signatures_by_campaign` ON `signatures` (`campaign_id`,`state`,`id`);
--> statement-breakpoint
CREATE INDEX `signatures_by_address` ON `signatures` (`address_hash`,`state`);
--> statement-breakpoint
CREATE INDEX `signatures_by_expiry` ON `signatures` (`state`,`expires_at`);
--> statement-breakpoint
CREATE INDEX `signatures_by_reminder` ON `signatures` (`state`,`remind_at`);
--> statement-breakpoint
CREATE INDEX `signatures_held` ON `signatures` (`held_reason`,`id`) WHERE "signatures"."state" = 'suspect';
--> statement-breakpoint
CREATE INDEX `signatures_by_client_age` ON `signatures` (`created_at`) WHERE "signatures"."client_hash" <> '';
--> statement-breakpoint
CREATE TABLE `signature_slots` (
	`campaign_id` text NOT NULL,
	`address_hash` text NOT NULL,
	`slot` integer NOT NULL,
	`name_hash` text NOT NULL,
	`postcode_hash` text NOT NULL,
	`signature_id` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `address_hash`, `slot`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `signature_slots_by_name` ON `signature_slots` (`campaign_id`,`address_hash`,`name_hash`);
--> statement-breakpoint
CREATE UNIQUE INDEX `signature_slots_by_signature` ON `signature_slots` (`signature_id`);
--> statement-breakpoint
CREATE TABLE `public_names` (
	`signature_id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`is_published` integer NOT NULL,
	`is_held` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `public_names_in_order` ON `public_names` (`campaign_id`,`is_published`,`sort_key`,`signature_id`);
--> statement-breakpoint
CREATE TABLE `mail_refusals` (
	`campaign_id` text NOT NULL,
	`address_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `address_hash`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `mail_refusals_by_expiry` ON `mail_refusals` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `allowances` (
	`key` text NOT NULL,
	`window_starts_at` integer NOT NULL,
	`used` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`key`, `window_starts_at`)
);

--> statement-breakpoint
CREATE INDEX `allowances_by_expiry` ON `allowances` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `tallies` (
	`campaign_id` text NOT NULL,
	`cell_id` integer NOT NULL,
	`shard` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `cell_id`, `shard`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`) REFERENCES `cells`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `count_events` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`campaign_id` text NOT NULL,
	`hour` integer NOT NULL,
	`cell_id` integer NOT NULL,
	`delta` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`) REFERENCES `cells`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `count_events_by_hour` ON `count_events` (`campaign_id`,`hour`,`cell_id`);
--> statement-breakpoint
CREATE TABLE `publications` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`published_at` integer NOT NULL,
	`total` integer NOT NULL,
	`hand_in_count` integer,
	`connected_count` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `published_tallies` (
	`campaign_id` text NOT NULL,
	`level` text NOT NULL,
	`code` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `level`, `code`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `published_tallies_by_area` ON `published_tallies` (`code`,`campaign_id`);
--> statement-breakpoint
CREATE TABLE `frozen_tallies` (
	`campaign_id` text NOT NULL,
	`gss_code` text NOT NULL,
	`level` text NOT NULL,
	`count` integer NOT NULL,
	`frozen_on` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `gss_code`, `level`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gss_code`) REFERENCES `areas`(`gss_code`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `frozen_tallies_by_area` ON `frozen_tallies` (`gss_code`,`campaign_id`);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	`row_id` text NOT NULL,
	`state` text NOT NULL,
	`attempt_count` integer NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`request` text NOT NULL,
	`provider_id` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer
);

--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`,`id`);
--> statement-breakpoint
CREATE INDEX `outbox_by_row` ON `outbox` (`row_id`);
--> statement-breakpoint
CREATE INDEX `outbox_by_provider_id` ON `outbox` (`provider_id`);
--> statement-breakpoint
CREATE TABLE `mailbox` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `mailbox_newest` ON `mailbox` (`created_at`,`id`);
--> statement-breakpoint
CREATE TABLE `links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`row_id` text NOT NULL,
	`generation` integer NOT NULL,
	`key_id` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `links_by_row` ON `links` (`row_id`,`purpose`,`generation`);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`address_hash` text NOT NULL,
	`slot_on` text NOT NULL,
	`term_id` text NOT NULL,
	`mode` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`attempt_count` integer NOT NULL,
	`due_at` integer NOT NULL,
	`request` text NOT NULL,
	`provider_id` text NOT NULL,
	`planned_at` integer NOT NULL,
	`sending_at` integer,
	`leased_until` integer,
	`repeat_until` integer,
	`settled_at` integer,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once_a_week` ON `deliveries` (`address_hash`,`slot_on`);
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`state`,`due_at`,`id`);
--> statement-breakpoint
CREATE INDEX `deliveries_by_provider_id` ON `deliveries` (`provider_id`);
--> statement-breakpoint
CREATE TABLE `delivery_items` (
	`campaign_id` text NOT NULL,
	`representative_id` text NOT NULL,
	`slot_on` text NOT NULL,
	`delivery_id` text NOT NULL,
	`gss_code` text NOT NULL,
	`tally` integer NOT NULL,
	`previous_tally` integer,
	`previous_on` text NOT NULL,
	`step` integer NOT NULL,
	`is_closing` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `representative_id`, `slot_on`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`representative_id`) REFERENCES `representatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `delivery_items_by_delivery` ON `delivery_items` (`delivery_id`);
--> statement-breakpoint
CREATE INDEX `delivery_items_by_representative` ON `delivery_items` (`representative_id`,`campaign_id`,`slot_on`);
--> statement-breakpoint
CREATE TABLE `staged_terms` (
	`batch` text NOT NULL,
	`term_id` text NOT NULL,
	`representative_id` text NOT NULL,
	`public_id` text NOT NULL,
	`kind` text NOT NULL,
	`source_key` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`full_title` text NOT NULL,
	`language` text NOT NULL,
	`gss_code` text NOT NULL,
	`party` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`address` text NOT NULL,
	`address_hash` text NOT NULL,
	`address_state` text NOT NULL,
	`source` text NOT NULL,
	`checked_on` text NOT NULL,
	PRIMARY KEY(`batch`, `term_id`)
);

--> statement-breakpoint
CREATE TABLE `staged_areas` (
	`batch` text NOT NULL,
	`gss_code` text NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`slug` text NOT NULL,
	`parent_gss` text NOT NULL,
	`nation` text NOT NULL,
	`region` text NOT NULL,
	`runs_education` integer NOT NULL,
	`education_gss` text NOT NULL,
	`homepage_url` text NOT NULL,
	`domain` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	PRIMARY KEY(`batch`, `gss_code`)
);

