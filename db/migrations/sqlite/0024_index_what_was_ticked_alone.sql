DROP INDEX `signatures_handing_in`;
--> statement-breakpoint
DROP INDEX `signatures_connected`;
--> statement-breakpoint
DROP INDEX `signatures_wanting_news`;
--> statement-breakpoint
CREATE INDEX `signatures_handing_in` ON `signatures` (`campaign_id`,`id`,`state`) WHERE "signatures"."hand_in";
--> statement-breakpoint
CREATE INDEX `signatures_connected` ON `signatures` (`campaign_id`,`id`,`state`) WHERE "signatures"."connection" <> '';
--> statement-breakpoint
CREATE INDEX `signatures_wanting_news` ON `signatures` (`campaign_id`,`id`,`state`) WHERE "signatures"."updates";
