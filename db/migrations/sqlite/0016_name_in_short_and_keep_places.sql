ALTER TABLE `campaigns` ADD `short_name` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `delivery_items` ADD `places` text DEFAULT '' NOT NULL;
