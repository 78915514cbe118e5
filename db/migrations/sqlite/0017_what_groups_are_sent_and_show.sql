CREATE TABLE `group_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `group_notices_by_group` ON `group_notices` (`group_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `group_notices_by_age` ON `group_notices` (`created_at`);
--> statement-breakpoint
CREATE TABLE `group_pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`alt` text NOT NULL,
	`media_type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` blob NOT NULL,
	`small_bytes` blob,
	`created_at` integer NOT NULL,
	`group_id` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `group_pictures_by_public_id` ON `group_pictures` (`public_id`);
--> statement-breakpoint
CREATE INDEX `group_pictures_by_group` ON `group_pictures` (`group_id`);
--> statement-breakpoint
ALTER TABLE `groups` ADD `takes_messages` integer DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE `group_invitations` ADD `role` text DEFAULT 'editor' NOT NULL;
