ALTER TABLE "updates" ADD COLUMN "reached_count" integer;
--> statement-breakpoint
CREATE INDEX "update_receipts_by_state" ON "update_receipts" USING btree ("update_id","state","due_at","id");
