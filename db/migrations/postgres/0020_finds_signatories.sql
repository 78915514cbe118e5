ALTER TABLE "public_names" ADD COLUMN "surname_key" text collate "C" DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "public_names" ADD COLUMN "organisation_key" text collate "C" DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "reason" text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX "public_names_by_surname" ON "public_names" USING btree ("campaign_id","surname_key");
--> statement-breakpoint
CREATE INDEX "public_names_by_organisation" ON "public_names" USING btree ("campaign_id","organisation_key","sort_key") WHERE "public_names"."organisation_key" <> '';
--> statement-breakpoint
CREATE INDEX "standings_by_organisation" ON "standings" USING btree ("organisation_key","created_at");
