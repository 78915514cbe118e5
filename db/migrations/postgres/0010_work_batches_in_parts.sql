ALTER TABLE "batches" ADD COLUMN "selection" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "cursor" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "done_at" bigint;
--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "taken_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "batches" ADD COLUMN "restored_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE INDEX "public_names_held" ON "public_names" USING btree ("campaign_id","signature_id") WHERE "public_names"."is_held";
--> statement-breakpoint
CREATE INDEX "batches_newest" ON "batches" USING btree ("created_at","id");
