ALTER TABLE "responses" ADD COLUMN "group_id" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "delivery_id" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "mode" text DEFAULT 'rehearsal' NOT NULL;
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "reason" text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX "responses_published_once" ON "responses" USING btree ("campaign_id","representative_id","position") WHERE "responses"."state" = 'published';
--> statement-breakpoint
CREATE INDEX "responses_by_group" ON "responses" USING btree ("group_id");
