CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`about` text NOT NULL,
	`gss_code` text NOT NULL,
	`declared_count` integer NOT NULL,
	`declared_of` text NOT NULL,
	`declared_on` text NOT NULL,
	`picture_id` text NOT NULL,
	`verified_at` integer,
	`verified_by` text NOT NULL,
	`verified_words` text NOT NULL,
	`is_demonstration` integer NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `groups_by_slug` ON `groups` (`slug`);
--> statement-breakpoint
CREATE INDEX `groups_by_state` ON `groups` (`state`,`name`,`id`);
--> statement-breakpoint
CREATE INDEX `groups_by_area` ON `groups` (`gss_code`,`state`,`name`);
--> statement-breakpoint
CREATE TABLE `group_members` (
	`group_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `account_id`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `group_members_by_account` ON `group_members` (`account_id`,`added_at`);
--> statement-breakpoint
CREATE TABLE `group_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`group_id` text NOT NULL,
	`email` text NOT NULL,
	`address_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `group_invitations_by_public_id` ON `group_invitations` (`public_id`);
--> statement-breakpoint
CREATE INDEX `group_invitations_by_group` ON `group_invitations` (`group_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `group_invitations_by_expiry` ON `group_invitations` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `group_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`group_id` text NOT NULL,
	`account_id` text NOT NULL,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `group_changes_by_public_id` ON `group_changes` (`public_id`);
--> statement-breakpoint
CREATE INDEX `group_changes_by_state` ON `group_changes` (`state`,`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `group_changes_by_group` ON `group_changes` (`group_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `group_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`address_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `group_messages_by_group` ON `group_messages` (`group_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `group_messages_by_expiry` ON `group_messages` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `named_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`organisation` text NOT NULL,
	`is_copy` integer NOT NULL,
	`email` text NOT NULL,
	`source_url` text NOT NULL,
	`state` text NOT NULL,
	`representative_id` text NOT NULL,
	`reason` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `named_recipients_by_public_id` ON `named_recipients` (`public_id`);
--> statement-breakpoint
CREATE INDEX `named_recipients_by_campaign` ON `named_recipients` (`campaign_id`,`position`,`id`);
--> statement-breakpoint
CREATE INDEX `named_recipients_by_state` ON `named_recipients` (`state`,`created_at`,`id`);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`domain` text NOT NULL,
	`source_url` text NOT NULL,
	`checked_by` text NOT NULL,
	`checked_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_by_domain` ON `organisations` (`domain`,`name_key`);
--> statement-breakpoint
CREATE TABLE `standings` (
	`signature_id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`is_for_organisation` integer NOT NULL,
	`authority` text NOT NULL,
	`state` text NOT NULL,
	`how` text NOT NULL,
	`checked_words` text NOT NULL,
	`checked_by` text NOT NULL,
	`checked_at` integer,
	`role` text NOT NULL,
	`organisation` text NOT NULL,
	`organisation_key` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `standings_by_public_id` ON `standings` (`public_id`);
--> statement-breakpoint
CREATE INDEX `standings_waiting` ON `standings` (`state`,`created_at`,`signature_id`);
--> statement-breakpoint
CREATE INDEX `standings_by_campaign` ON `standings` (`campaign_id`,`is_for_organisation`,`state`,`organisation_key`);
--> statement-breakpoint
CREATE UNIQUE INDEX `standings_organisation_once` ON `standings` (`campaign_id`,`organisation_key`) WHERE "standings"."is_for_organisation" and "standings"."state" = 'vouched';
--> statement-breakpoint
CREATE TABLE `version_counts` (
	`campaign_id` text NOT NULL,
	`version` integer NOT NULL,
	`shard` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `version`, `shard`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `updates` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`settled_by` text NOT NULL,
	`mailing` text NOT NULL,
	`mail_at` integer,
	`planned_up_to` text NOT NULL,
	`recipient_count` integer NOT NULL,
	`mailed_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `updates_by_public_id` ON `updates` (`public_id`);
--> statement-breakpoint
CREATE INDEX `updates_by_campaign` ON `updates` (`campaign_id`,`state`,`published_at`);
--> statement-breakpoint
CREATE INDEX `updates_by_state` ON `updates` (`state`,`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `updates_by_mailing` ON `updates` (`mailing`,`mail_at`,`id`);
--> statement-breakpoint
CREATE TABLE `update_receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`update_id` text NOT NULL,
	`signature_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`attempt_count` integer NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`batch_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`update_id`) REFERENCES `updates`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `update_receipts_once` ON `update_receipts` (`update_id`,`signature_id`);
--> statement-breakpoint
CREATE INDEX `update_receipts_due` ON `update_receipts` (`state`,`due_at`,`id`);
--> statement-breakpoint
CREATE INDEX `update_receipts_by_batch` ON `update_receipts` (`batch_id`);
--> statement-breakpoint
CREATE INDEX `update_receipts_by_signature` ON `update_receipts` (`signature_id`);
--> statement-breakpoint
CREATE INDEX `update_receipts_by_provider_id` ON `update_receipts` (`provider_id`);
--> statement-breakpoint
CREATE TABLE `paper_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`account_id` text NOT NULL,
	`words` text NOT NULL,
	`row_count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `paper_batches_by_public_id` ON `paper_batches` (`public_id`);
--> statement-breakpoint
CREATE INDEX `paper_batches_by_campaign` ON `paper_batches` (`campaign_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `paper_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`name` text NOT NULL,
	`postcode` text NOT NULL,
	`name_hash` text NOT NULL,
	`postcode_hash` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `paper_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `paper_signatures_by_campaign` ON `paper_signatures` (`campaign_id`,`state`,`id`);
--> statement-breakpoint
CREATE INDEX `paper_signatures_by_person` ON `paper_signatures` (`campaign_id`,`name_hash`,`postcode_hash`);
--> statement-breakpoint
CREATE INDEX `paper_signatures_by_batch` ON `paper_signatures` (`batch_id`);
--> statement-breakpoint
CREATE TABLE `paper_counts` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`counted_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
DROP INDEX `public_names_in_order`;
--> statement-breakpoint
ALTER TABLE `public_names` ADD `position` integer DEFAULT 1000000 NOT NULL;
--> statement-breakpoint
ALTER TABLE `public_names` ADD `role` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `public_names` ADD `organisation` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `public_names_in_order` ON `public_names` (`campaign_id`,`is_published`,`position`,`sort_key`,`signature_id`);
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `group_id` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `campaigns_by_group` ON `campaigns` (`group_id`,`state`,`opened_at`);
--> statement-breakpoint
ALTER TABLE `campaign_texts` ADD `place` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `campaign_texts` ADD `dated_on` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `campaign_texts` ADD `salutation` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `campaign_texts` ADD `close` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `signatures` ADD `role` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `signatures` ADD `organisation` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `signatures` ADD `contact_group_id` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `signatures` ADD `contact_version` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `signatures` ADD `contact_at` integer;
--> statement-breakpoint
ALTER TABLE `delivery_batches` ADD `kind` text DEFAULT 'delivery' NOT NULL;
--> statement-breakpoint
ALTER TABLE `responses` ADD `posted_by` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `responses` ADD `received_on` text DEFAULT '' NOT NULL;
