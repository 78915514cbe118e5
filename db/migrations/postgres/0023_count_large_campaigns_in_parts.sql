CREATE TABLE "name_marks" (
	"campaign_id" text NOT NULL,
	"passed" integer NOT NULL,
	"position" integer NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"signature_id" text NOT NULL,
	CONSTRAINT "name_marks_campaign_id_passed_pk" PRIMARY KEY("campaign_id","passed")
);

--> statement-breakpoint
CREATE TABLE "counted_hours" (
	"campaign_id" text NOT NULL,
	"hour" bigint NOT NULL,
	"change" integer NOT NULL,
	CONSTRAINT "counted_hours_campaign_id_hour_pk" PRIMARY KEY("campaign_id","hour")
);

--> statement-breakpoint
CREATE TABLE "counted_events" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"up_to" bigint NOT NULL,
	"seen" bigint NOT NULL,
	"seen_at" bigint NOT NULL
);

--> statement-breakpoint
DROP INDEX "count_events_by_hour";
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "hand_in_total" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "wanting_total" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "named_total" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "name_marks" ADD CONSTRAINT "name_marks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "counted_hours" ADD CONSTRAINT "counted_hours_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "counted_events" ADD CONSTRAINT "counted_events_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "signatures_handing_in" ON "signatures" USING btree ("campaign_id","id") WHERE "signatures"."state" = 'confirmed' and "signatures"."hand_in";
--> statement-breakpoint
CREATE INDEX "signatures_connected" ON "signatures" USING btree ("campaign_id","id") WHERE "signatures"."state" = 'confirmed' and "signatures"."connection" <> '';
--> statement-breakpoint
CREATE INDEX "signatures_wanting_news" ON "signatures" USING btree ("campaign_id","id") WHERE "signatures"."state" = 'confirmed' and "signatures"."updates";
--> statement-breakpoint
CREATE INDEX "signatures_with_details" ON "signatures" USING btree ("campaign_id","id") WHERE "signatures"."email" <> '';
--> statement-breakpoint
CREATE INDEX "count_events_in_order" ON "count_events" USING btree ("campaign_id","sequence");
