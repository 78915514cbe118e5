ALTER TABLE `deliveries` DROP COLUMN `request`;
--> statement-breakpoint
ALTER TABLE `deliveries` DROP COLUMN `repeat_until`;
