CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" integer NOT NULL,
	"transports" text NOT NULL,
	"label" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint
);

--> statement-breakpoint
CREATE TABLE "passkey_challenges" (
	"challenge" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"expires_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "organisers" (
	"campaign_id" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"added_at" bigint NOT NULL,
	CONSTRAINT "organisers_campaign_id_account_id_pk" PRIMARY KEY("campaign_id","account_id")
);

--> statement-breakpoint
CREATE TABLE "drafts" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"postcode" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"email" text NOT NULL,
	"address_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"accepted_at" bigint
);

--> statement-breakpoint
CREATE TABLE "organiser_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "campaign_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"at" bigint NOT NULL,
	"mover" text NOT NULL,
	"account_id" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "former_texts" (
	"campaign_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"was_public" boolean NOT NULL,
	"replaced_at" bigint NOT NULL,
	CONSTRAINT "former_texts_campaign_id_version_pk" PRIMARY KEY("campaign_id","version")
);

--> statement-breakpoint
CREATE TABLE "proposed_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"account_id" text NOT NULL,
	"content" text NOT NULL,
	"text_version" integer NOT NULL,
	"picture_id" text NOT NULL,
	"why" text NOT NULL,
	"state" text NOT NULL,
	"note" text NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	"settled_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "ask_outcomes" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"position" integer NOT NULL,
	"outcome" text NOT NULL,
	"happened_on" text NOT NULL,
	"words" text NOT NULL,
	"source_url" text NOT NULL,
	"state" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	"settled_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"alt" text NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "claims" (
	"subject" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"claimed_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"page" text NOT NULL,
	"campaign_id" text NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"email" text NOT NULL,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	"settled_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"statement" text NOT NULL,
	"meaning" text NOT NULL,
	"untrue" text NOT NULL,
	"shares_name" boolean NOT NULL,
	"shares_email" boolean NOT NULL,
	"state" text NOT NULL,
	"received_at" bigint NOT NULL,
	"author_asked_at" bigint,
	"due_at" bigint,
	"author_name" text NOT NULL,
	"author_postal" text NOT NULL,
	"author_words" text NOT NULL,
	"author_shares_details" boolean NOT NULL,
	"settled_at" bigint
);

--> statement-breakpoint
CREATE TABLE "complaint_events" (
	"id" text PRIMARY KEY NOT NULL,
	"complaint_id" text NOT NULL,
	"at" bigint NOT NULL,
	"action" text NOT NULL,
	"account_id" text NOT NULL,
	"detail" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "appeals" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"move_id" text NOT NULL,
	"account_id" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"note" text NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	"settled_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "batches" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"account_id" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" bigint NOT NULL,
	"restored_at" bigint,
	"restored_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "batch_signatures" (
	"batch_id" text NOT NULL,
	"signature_id" text NOT NULL,
	CONSTRAINT "batch_signatures_batch_id_signature_id_pk" PRIMARY KEY("batch_id","signature_id")
);

--> statement-breakpoint
CREATE TABLE "trends" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"week_count" integer NOT NULL,
	"counted_at" bigint NOT NULL
);

--> statement-breakpoint
ALTER TABLE "sign_in_requests" ADD COLUMN "campaign_id" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "method" text DEFAULT 'link' NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "former_state" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "reason" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "text_version" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "topic" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "picture_id" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "review_since" bigint;
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "text_version" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organisers" ADD CONSTRAINT "organisers_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organisers" ADD CONSTRAINT "organisers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organiser_notices" ADD CONSTRAINT "organiser_notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organiser_notices" ADD CONSTRAINT "organiser_notices_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "campaign_moves" ADD CONSTRAINT "campaign_moves_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "former_texts" ADD CONSTRAINT "former_texts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "proposed_changes" ADD CONSTRAINT "proposed_changes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ask_outcomes" ADD CONSTRAINT "ask_outcomes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "complaint_events" ADD CONSTRAINT "complaint_events_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "batch_signatures" ADD CONSTRAINT "batch_signatures_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "batch_signatures" ADD CONSTRAINT "batch_signatures_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "trends" ADD CONSTRAINT "trends_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "passkeys_by_account" ON "passkeys" USING btree ("account_id","created_at");
--> statement-breakpoint
CREATE INDEX "passkey_challenges_by_expiry" ON "passkey_challenges" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "organisers_by_account" ON "organisers" USING btree ("account_id","added_at");
--> statement-breakpoint
CREATE INDEX "drafts_by_expiry" ON "drafts" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_by_public_id" ON "invitations" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "invitations_by_campaign" ON "invitations" USING btree ("campaign_id","created_at");
--> statement-breakpoint
CREATE INDEX "invitations_by_expiry" ON "invitations" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "organiser_notices_by_campaign" ON "organiser_notices" USING btree ("campaign_id","created_at");
--> statement-breakpoint
CREATE INDEX "campaign_moves_by_campaign" ON "campaign_moves" USING btree ("campaign_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "proposed_changes_by_public_id" ON "proposed_changes" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "proposed_changes_by_state" ON "proposed_changes" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "proposed_changes_by_campaign" ON "proposed_changes" USING btree ("campaign_id","created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "ask_outcomes_by_public_id" ON "ask_outcomes" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "ask_outcomes_by_state" ON "ask_outcomes" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "ask_outcomes_by_campaign" ON "ask_outcomes" USING btree ("campaign_id","position","happened_on");
--> statement-breakpoint
CREATE UNIQUE INDEX "pictures_by_public_id" ON "pictures" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "pictures_by_campaign" ON "pictures" USING btree ("campaign_id");
--> statement-breakpoint
CREATE INDEX "claims_by_account" ON "claims" USING btree ("account_id","claimed_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "reports_by_public_id" ON "reports" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "reports_by_state" ON "reports" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "reports_by_campaign" ON "reports" USING btree ("campaign_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "complaints_by_public_id" ON "complaints" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "complaints_by_state" ON "complaints" USING btree ("state","due_at","id");
--> statement-breakpoint
CREATE INDEX "complaints_by_campaign" ON "complaints" USING btree ("campaign_id");
--> statement-breakpoint
CREATE INDEX "complaint_events_by_complaint" ON "complaint_events" USING btree ("complaint_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_by_public_id" ON "appeals" USING btree ("public_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_by_move" ON "appeals" USING btree ("move_id");
--> statement-breakpoint
CREATE INDEX "appeals_by_state" ON "appeals" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "batches_by_public_id" ON "batches" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "batches_by_campaign" ON "batches" USING btree ("campaign_id","created_at");
--> statement-breakpoint
CREATE INDEX "batch_signatures_by_signature" ON "batch_signatures" USING btree ("signature_id");
--> statement-breakpoint
CREATE INDEX "trends_by_count" ON "trends" USING btree ("week_count","campaign_id");
