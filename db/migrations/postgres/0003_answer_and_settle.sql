CREATE TABLE "delivery_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"request" text NOT NULL,
	"members" text NOT NULL,
	"attempt_count" integer NOT NULL,
	"due_at" bigint NOT NULL,
	"leased_until" bigint,
	"repeat_until" bigint,
	"created_at" bigint NOT NULL,
	"settled_at" bigint
);

--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" text PRIMARY KEY NOT NULL,
	"row_id" text NOT NULL,
	"kind" text NOT NULL,
	"happened_at" bigint NOT NULL,
	"received_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "forwarding_rules" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"tells_mps" boolean NOT NULL,
	"councillors" text NOT NULL,
	"tells_recipients" boolean NOT NULL,
	"pace" text NOT NULL,
	"sends_closing" boolean NOT NULL,
	"is_paused" boolean NOT NULL,
	"changed_at" bigint NOT NULL,
	"changed_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "polls" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"area" text NOT NULL,
	"quiet_from" text NOT NULL,
	"poll_on" text NOT NULL,
	"source" text NOT NULL,
	"is_cancelled" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "pauses" (
	"id" text PRIMARY KEY NOT NULL,
	"address_hash" text NOT NULL,
	"campaign_id" text NOT NULL,
	"reason" text NOT NULL,
	"term_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);

--> statement-breakpoint
CREATE TABLE "recipients" (
	"campaign_id" text NOT NULL,
	"representative_id" text NOT NULL,
	"position" integer NOT NULL,
	"is_copy" boolean NOT NULL,
	"checked_by" text NOT NULL,
	"checked_at" bigint,
	CONSTRAINT "recipients_campaign_id_representative_id_pk" PRIMARY KEY("campaign_id","representative_id")
);

--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"representative_id" text NOT NULL,
	"term_id" text NOT NULL,
	"position" integer NOT NULL,
	"stance" text NOT NULL,
	"words" text NOT NULL,
	"writer_name" text NOT NULL,
	"writer_role" text NOT NULL,
	"is_official" boolean NOT NULL,
	"state" text NOT NULL,
	"replaces" text NOT NULL,
	"created_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"published_at" bigint,
	"settled_at" bigint,
	"settled_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "replies" (
	"id" text PRIMARY KEY NOT NULL,
	"delivery_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"content" text NOT NULL,
	"received_at" bigint NOT NULL
);

--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "batch_id" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_representative_id_representatives_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."representatives"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_representative_id_representatives_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."representatives"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "delivery_batches_due" ON "delivery_batches" USING btree ("state","due_at","id");
--> statement-breakpoint
CREATE INDEX "mail_events_by_row" ON "mail_events" USING btree ("row_id","happened_at");
--> statement-breakpoint
CREATE INDEX "mail_events_by_age" ON "mail_events" USING btree ("received_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "polls_by_public_id" ON "polls" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "polls_by_day" ON "polls" USING btree ("poll_on","id");
--> statement-breakpoint
CREATE INDEX "pauses_by_address" ON "pauses" USING btree ("address_hash","campaign_id");
--> statement-breakpoint
CREATE INDEX "recipients_by_representative" ON "recipients" USING btree ("representative_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "responses_by_public_id" ON "responses" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "responses_by_campaign" ON "responses" USING btree ("campaign_id","state","published_at");
--> statement-breakpoint
CREATE INDEX "responses_by_representative" ON "responses" USING btree ("representative_id","state","published_at");
--> statement-breakpoint
CREATE INDEX "responses_by_state" ON "responses" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "replies_by_campaign" ON "replies" USING btree ("campaign_id","received_at");
--> statement-breakpoint
CREATE INDEX "replies_by_age" ON "replies" USING btree ("received_at");
--> statement-breakpoint
CREATE INDEX "deliveries_by_batch" ON "deliveries" USING btree ("batch_id");
--> statement-breakpoint
CREATE INDEX "deliveries_by_term" ON "deliveries" USING btree ("term_id","slot_on");
