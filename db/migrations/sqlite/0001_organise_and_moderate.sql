CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `passkeys_by_account` ON `passkeys` (`account_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `passkey_challenges` (
	`challenge` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`expires_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `passkey_challenges_by_expiry` ON `passkey_challenges` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `organisers` (
	`campaign_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `account_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `organisers_by_account` ON `organisers` (`account_id`,`added_at`);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`postcode` text NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `drafts_by_expiry` ON `drafts` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`email` text NOT NULL,
	`address_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_by_public_id` ON `invitations` (`public_id`);
--> statement-breakpoint
CREATE INDEX `invitations_by_campaign` ON `invitations` (`campaign_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `invitations_by_expiry` ON `invitations` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `organiser_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `organiser_notices_by_campaign` ON `organiser_notices` (`campaign_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `campaign_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`at` integer NOT NULL,
	`mover` text NOT NULL,
	`account_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `campaign_moves_by_campaign` ON `campaign_moves` (`campaign_id`,`id`);
--> statement-breakpoint
CREATE TABLE `former_texts` (
	`campaign_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`was_public` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `version`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `proposed_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`account_id` text NOT NULL,
	`content` text NOT NULL,
	`text_version` integer NOT NULL,
	`picture_id` text NOT NULL,
	`why` text NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `proposed_changes_by_public_id` ON `proposed_changes` (`public_id`);
--> statement-breakpoint
CREATE INDEX `proposed_changes_by_state` ON `proposed_changes` (`state`,`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `proposed_changes_by_campaign` ON `proposed_changes` (`campaign_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `ask_outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`outcome` text NOT NULL,
	`happened_on` text NOT NULL,
	`words` text NOT NULL,
	`source_url` text NOT NULL,
	`state` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `ask_outcomes_by_public_id` ON `ask_outcomes` (`public_id`);
--> statement-breakpoint
CREATE INDEX `ask_outcomes_by_state` ON `ask_outcomes` (`state`,`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `ask_outcomes_by_campaign` ON `ask_outcomes` (`campaign_id`,`position`,`happened_on`);
--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`alt` text NOT NULL,
	`media_type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pictures_by_public_id` ON `pictures` (`public_id`);
--> statement-breakpoint
CREATE INDEX `pictures_by_campaign` ON `pictures` (`campaign_id`);
--> statement-breakpoint
CREATE TABLE `claims` (
	`subject` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `claims_by_account` ON `claims` (`account_id`,`claimed_at`);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`page` text NOT NULL,
	`campaign_id` text NOT NULL,
	`reason` text NOT NULL,
	`words` text NOT NULL,
	`email` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `reports_by_public_id` ON `reports` (`public_id`);
--> statement-breakpoint
CREATE INDEX `reports_by_state` ON `reports` (`state`,`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `reports_by_campaign` ON `reports` (`campaign_id`);
--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`statement` text NOT NULL,
	`meaning` text NOT NULL,
	`untrue` text NOT NULL,
	`shares_name` integer NOT NULL,
	`shares_email` integer NOT NULL,
	`state` text NOT NULL,
	`received_at` integer NOT NULL,
	`author_asked_at` integer,
	`due_at` integer,
	`author_name` text NOT NULL,
	`author_postal` text NOT NULL,
	`author_words` text NOT NULL,
	`author_shares_details` integer NOT NULL,
	`settled_at` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_by_public_id` ON `complaints` (`public_id`);
--> statement-breakpoint
CREATE INDEX `complaints_by_state` ON `complaints` (`state`,`due_at`,`id`);
--> statement-breakpoint
CREATE INDEX `complaints_by_campaign` ON `complaints` (`campaign_id`);
--> statement-breakpoint
CREATE TABLE `complaint_events` (
	`id` text PRIMARY KEY NOT NULL,
	`complaint_id` text NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`account_id` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `complaint_events_by_complaint` ON `complaint_events` (`complaint_id`,`id`);
--> statement-breakpoint
CREATE TABLE `appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`move_id` text NOT NULL,
	`account_id` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_by_public_id` ON `appeals` (`public_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_by_move` ON `appeals` (`move_id`);
--> statement-breakpoint
CREATE INDEX `appeals_by_state` ON `appeals` (`state`,`created_at`,`id`);
--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`account_id` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`restored_at` integer,
	`restored_by` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `batches_by_public_id` ON `batches` (`public_id`);
--> statement-breakpoint
CREATE INDEX `batches_by_campaign` ON `batches` (`campaign_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `batch_signatures` (
	`batch_id` text NOT NULL,
	`signature_id` text NOT NULL,
	PRIMARY KEY(`batch_id`, `signature_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signature_id`) REFERENCES `signatures`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `batch_signatures_by_signature` ON `batch_signatures` (`signature_id`);
--> statement-breakpoint
CREATE TABLE `trends` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`week_count` integer NOT NULL,
	`counted_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `trends_by_count` ON `trends` (`week_count`,`campaign_id`);
--> statement-breakpoint
ALTER TABLE `sign_in_requests` ADD `campaign_id` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `sessions` ADD `method` text DEFAULT 'link' NOT NULL;
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `former_state` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `reason` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `text_version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `topic` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `picture_id` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `review_since` integer;
--> statement-breakpoint
ALTER TABLE `signatures` ADD `text_version` integer DEFAULT 1 NOT NULL;
