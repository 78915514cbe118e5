CREATE TABLE "search_entries" (
	"number" integer PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"title" text NOT NULL,
	"asks" text NOT NULL,
	"body" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text collate "C" PRIMARY KEY NOT NULL,
	"campaign_count" integer NOT NULL
);

--> statement-breakpoint
DROP INDEX "campaigns_by_state";
--> statement-breakpoint
DROP INDEX "campaigns_by_closing";
--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "search_entries_by_campaign" ON "search_entries" USING btree ("campaign_id");
--> statement-breakpoint
CREATE INDEX "asks_by_outcome" ON "asks" USING btree ("outcome","campaign_id");
--> statement-breakpoint
CREATE INDEX "campaigns_by_state" ON "campaigns" USING btree ("kind","state","opened_at","number");
--> statement-breakpoint
CREATE INDEX "campaigns_by_closing" ON "campaigns" USING btree ("state","closes_on","number");
