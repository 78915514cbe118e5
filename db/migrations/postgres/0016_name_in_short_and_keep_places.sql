ALTER TABLE "campaigns" ADD COLUMN "short_name" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "delivery_items" ADD COLUMN "places" text DEFAULT '' NOT NULL;
