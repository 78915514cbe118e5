CREATE TABLE "groups" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"gss_code" text NOT NULL,
	"declared_count" integer NOT NULL,
	"declared_of" text NOT NULL,
	"declared_on" text NOT NULL,
	"picture_id" text NOT NULL,
	"verified_at" bigint,
	"verified_by" text NOT NULL,
	"verified_words" text NOT NULL,
	"is_demonstration" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"opened_at" bigint
);

--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"added_at" bigint NOT NULL,
	CONSTRAINT "group_members_group_id_account_id_pk" PRIMARY KEY("group_id","account_id")
);

--> statement-breakpoint
CREATE TABLE "group_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"group_id" text NOT NULL,
	"email" text NOT NULL,
	"address_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"accepted_at" bigint
);

--> statement-breakpoint
CREATE TABLE "group_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"group_id" text NOT NULL,
	"account_id" text NOT NULL,
	"content" text NOT NULL,
	"state" text NOT NULL,
	"note" text NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	"settled_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "group_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"state" text NOT NULL,
	"content" text NOT NULL,
	"address_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "named_recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"organisation" text NOT NULL,
	"is_copy" boolean NOT NULL,
	"email" text NOT NULL,
	"source_url" text NOT NULL,
	"state" text NOT NULL,
	"representative_id" text NOT NULL,
	"reason" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	"settled_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"domain" text NOT NULL,
	"source_url" text NOT NULL,
	"checked_by" text NOT NULL,
	"checked_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "standings" (
	"signature_id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"is_for_organisation" boolean NOT NULL,
	"authority" text NOT NULL,
	"state" text NOT NULL,
	"how" text NOT NULL,
	"checked_words" text NOT NULL,
	"checked_by" text NOT NULL,
	"checked_at" bigint,
	"role" text NOT NULL,
	"organisation" text NOT NULL,
	"organisation_key" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "version_counts" (
	"campaign_id" text NOT NULL,
	"version" integer NOT NULL,
	"shard" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "version_counts_campaign_id_version_shard_pk" PRIMARY KEY("campaign_id","version","shard")
);

--> statement-breakpoint
CREATE TABLE "updates" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"published_at" bigint,
	"settled_by" text NOT NULL,
	"mailing" text NOT NULL,
	"mail_at" bigint,
	"planned_up_to" text NOT NULL,
	"recipient_count" integer NOT NULL,
	"mailed_at" bigint
);

--> statement-breakpoint
CREATE TABLE "update_receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"update_id" text NOT NULL,
	"signature_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"attempt_count" integer NOT NULL,
	"due_at" bigint NOT NULL,
	"leased_until" bigint,
	"batch_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"settled_at" bigint
);

--> statement-breakpoint
CREATE TABLE "paper_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"account_id" text NOT NULL,
	"words" text NOT NULL,
	"row_count" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"removed_at" bigint
);

--> statement-breakpoint
CREATE TABLE "paper_signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"batch_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"name" text NOT NULL,
	"postcode" text NOT NULL,
	"name_hash" text NOT NULL,
	"postcode_hash" text NOT NULL,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "paper_counts" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"counted_at" bigint NOT NULL
);

--> statement-breakpoint
DROP INDEX "public_names_in_order";
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "group_id" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaign_texts" ADD COLUMN "place" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaign_texts" ADD COLUMN "dated_on" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaign_texts" ADD COLUMN "salutation" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "campaign_texts" ADD COLUMN "close" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "role" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "organisation" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "contact_group_id" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "contact_version" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "contact_at" bigint;
--> statement-breakpoint
ALTER TABLE "public_names" ADD COLUMN "position" integer DEFAULT 1000000 NOT NULL;
--> statement-breakpoint
ALTER TABLE "public_names" ADD COLUMN "role" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "public_names" ADD COLUMN "organisation" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "kind" text DEFAULT 'delivery' NOT NULL;
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "posted_by" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "received_on" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "group_invitations" ADD CONSTRAINT "group_invitations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "group_changes" ADD CONSTRAINT "group_changes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "group_messages" ADD CONSTRAINT "group_messages_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "named_recipients" ADD CONSTRAINT "named_recipients_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "standings" ADD CONSTRAINT "standings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "version_counts" ADD CONSTRAINT "version_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "update_receipts" ADD CONSTRAINT "update_receipts_update_id_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_batch_id_paper_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batches"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "paper_counts" ADD CONSTRAINT "paper_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "groups_by_slug" ON "groups" USING btree ("slug");
--> statement-breakpoint
CREATE INDEX "groups_by_state" ON "groups" USING btree ("state","name","id");
--> statement-breakpoint
CREATE INDEX "groups_by_area" ON "groups" USING btree ("gss_code","state","name");
--> statement-breakpoint
CREATE INDEX "group_members_by_account" ON "group_members" USING btree ("account_id","added_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "group_invitations_by_public_id" ON "group_invitations" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "group_invitations_by_group" ON "group_invitations" USING btree ("group_id","created_at");
--> statement-breakpoint
CREATE INDEX "group_invitations_by_expiry" ON "group_invitations" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "group_changes_by_public_id" ON "group_changes" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "group_changes_by_state" ON "group_changes" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "group_changes_by_group" ON "group_changes" USING btree ("group_id","created_at");
--> statement-breakpoint
CREATE INDEX "group_messages_by_group" ON "group_messages" USING btree ("group_id","created_at");
--> statement-breakpoint
CREATE INDEX "group_messages_by_expiry" ON "group_messages" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "named_recipients_by_public_id" ON "named_recipients" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "named_recipients_by_campaign" ON "named_recipients" USING btree ("campaign_id","position","id");
--> statement-breakpoint
CREATE INDEX "named_recipients_by_state" ON "named_recipients" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_by_domain" ON "organisations" USING btree ("domain","name_key");
--> statement-breakpoint
CREATE UNIQUE INDEX "standings_by_public_id" ON "standings" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "standings_waiting" ON "standings" USING btree ("state","created_at","signature_id");
--> statement-breakpoint
CREATE INDEX "standings_by_campaign" ON "standings" USING btree ("campaign_id","is_for_organisation","state","organisation_key");
--> statement-breakpoint
CREATE UNIQUE INDEX "standings_organisation_once" ON "standings" USING btree ("campaign_id","organisation_key") WHERE "standings"."is_for_organisation" and "standings"."state" = 'vouched';
--> statement-breakpoint
CREATE UNIQUE INDEX "updates_by_public_id" ON "updates" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "updates_by_campaign" ON "updates" USING btree ("campaign_id","state","published_at");
--> statement-breakpoint
CREATE INDEX "updates_by_state" ON "updates" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "updates_by_mailing" ON "updates" USING btree ("mailing","mail_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "update_receipts_once" ON "update_receipts" USING btree ("update_id","signature_id");
--> statement-breakpoint
CREATE INDEX "update_receipts_due" ON "update_receipts" USING btree ("state","due_at","id");
--> statement-breakpoint
CREATE INDEX "update_receipts_by_batch" ON "update_receipts" USING btree ("batch_id");
--> statement-breakpoint
CREATE INDEX "update_receipts_by_signature" ON "update_receipts" USING btree ("signature_id");
--> statement-breakpoint
CREATE INDEX "update_receipts_by_provider_id" ON "update_receipts" USING btree ("provider_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "paper_batches_by_public_id" ON "paper_batches" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "paper_batches_by_campaign" ON "paper_batches" USING btree ("campaign_id","created_at");
--> statement-breakpoint
CREATE INDEX "paper_signatures_by_campaign" ON "paper_signatures" USING btree ("campaign_id","state","id");
--> statement-breakpoint
CREATE INDEX "paper_signatures_by_person" ON "paper_signatures" USING btree ("campaign_id","name_hash","postcode_hash");
--> statement-breakpoint
CREATE INDEX "paper_signatures_by_batch" ON "paper_signatures" USING btree ("batch_id");
--> statement-breakpoint
CREATE INDEX "campaigns_by_group" ON "campaigns" USING btree ("group_id","state","opened_at");
--> statement-breakpoint
CREATE INDEX "public_names_in_order" ON "public_names" USING btree ("campaign_id","is_published","position","sort_key","signature_id");
