CREATE TABLE "facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"row_id" text NOT NULL,
	"state" text NOT NULL,
	"due_at" bigint NOT NULL,
	"leased_until" bigint,
	"attempt_count" integer NOT NULL,
	"reason" text NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "notices" (
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"wording" text NOT NULL,
	"starts_on" text NOT NULL,
	CONSTRAINT "notices_kind_version_pk" PRIMARY KEY("kind","version")
);

--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"address_hash" text NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "roles" (
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"granted_at" bigint NOT NULL,
	CONSTRAINT "roles_account_id_role_pk" PRIMARY KEY("account_id","role")
);

--> statement-breakpoint
CREATE TABLE "sign_in_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"spent_at" bigint
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"account_id" text NOT NULL,
	"device" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "audit_log" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" bigint NOT NULL,
	"account_id" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "areas" (
	"gss_code" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"slug" text NOT NULL,
	"parent_gss" text NOT NULL,
	"nation" text NOT NULL,
	"region" text NOT NULL,
	"runs_education" boolean NOT NULL,
	"education_gss" text NOT NULL,
	"homepage_url" text NOT NULL,
	"domain" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "area_successors" (
	"gss_code" text NOT NULL,
	"successor_gss" text NOT NULL,
	CONSTRAINT "area_successors_gss_code_successor_gss_pk" PRIMARY KEY("gss_code","successor_gss")
);

--> statement-breakpoint
CREATE TABLE "cells" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cells_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"country" text NOT NULL,
	"ward" text NOT NULL,
	"division" text NOT NULL,
	"council" text NOT NULL,
	"county" text NOT NULL,
	"constituency" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "send_years" (
	"gss_code" text NOT NULL,
	"year" integer NOT NULL,
	"plans_issued" integer,
	"plans_in_time" integer,
	"active_plans" integer,
	"assessment_requests" integer,
	"requests_refused" integer,
	"appeals" integer,
	"appealable_decisions" integer,
	"source" text NOT NULL,
	CONSTRAINT "send_years_gss_code_year_pk" PRIMARY KEY("gss_code","year")
);

--> statement-breakpoint
CREATE TABLE "send_inspections" (
	"gss_code" text NOT NULL,
	"published_on" text NOT NULL,
	"outcome" text NOT NULL,
	"report_url" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "send_inspections_gss_code_published_on_pk" PRIMARY KEY("gss_code","published_on")
);

--> statement-breakpoint
CREATE TABLE "petition_rules" (
	"gss_code" text PRIMARY KEY NOT NULL,
	"min_signatures" integer,
	"debate_threshold" integer,
	"officer_threshold" integer,
	"note" text NOT NULL,
	"source_url" text NOT NULL,
	"checked_on" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "area_overlaps" (
	"gss_code" text NOT NULL,
	"other_gss" text NOT NULL,
	"postcode_count" integer,
	CONSTRAINT "area_overlaps_gss_code_other_gss_pk" PRIMARY KEY("gss_code","other_gss")
);

--> statement-breakpoint
CREATE TABLE "representatives" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"kind" text NOT NULL,
	"source_key" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"full_title" text NOT NULL,
	"is_invented" boolean NOT NULL,
	"language" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "terms" (
	"id" text PRIMARY KEY NOT NULL,
	"representative_id" text NOT NULL,
	"gss_code" text NOT NULL,
	"party" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"address" text NOT NULL,
	"address_hash" text NOT NULL,
	"address_state" text NOT NULL,
	"source" text NOT NULL,
	"checked_on" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"kind" text NOT NULL,
	"representative_id" text,
	"gss_code" text,
	"words" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"source_url" text NOT NULL,
	"email" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint
);

--> statement-breakpoint
CREATE TABLE "merged_representatives" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"source_key" text NOT NULL,
	"representative_id" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "area_corrections" (
	"gss_code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"homepage_url" text NOT NULL,
	"domain" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"body_kind" text NOT NULL,
	"body_name" text NOT NULL,
	"body_gss" text NOT NULL,
	"organiser_name" text NOT NULL,
	"ask_clause" text NOT NULL,
	"goal" integer NOT NULL,
	"shows_names" boolean NOT NULL,
	"is_demonstration" boolean NOT NULL,
	"language" text NOT NULL,
	"created_at" bigint NOT NULL,
	"opened_at" bigint,
	"closes_on" text NOT NULL,
	"closed_at" bigint
);

--> statement-breakpoint
CREATE TABLE "campaign_texts" (
	"campaign_id" text NOT NULL,
	"variant" text NOT NULL,
	"title" text NOT NULL,
	"why" text NOT NULL,
	"more" text NOT NULL,
	CONSTRAINT "campaign_texts_campaign_id_variant_pk" PRIMARY KEY("campaign_id","variant")
);

--> statement-breakpoint
CREATE TABLE "asks" (
	"campaign_id" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"outcome" text NOT NULL,
	"outcome_on" text NOT NULL,
	CONSTRAINT "asks_campaign_id_position_pk" PRIMARY KEY("campaign_id","position")
);

--> statement-breakpoint
CREATE TABLE "former_slugs" (
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"campaign_id" text NOT NULL,
	CONSTRAINT "former_slugs_kind_slug_pk" PRIMARY KEY("kind","slug")
);

--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"state" text NOT NULL,
	"held_reason" text NOT NULL,
	"cell_id" bigint NOT NULL,
	"edition" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"postcode" text NOT NULL,
	"country" text NOT NULL,
	"typed_hash" text NOT NULL,
	"address_hash" text NOT NULL,
	"name_hash" text NOT NULL,
	"postcode_hash" text NOT NULL,
	"show_name" boolean NOT NULL,
	"updates" boolean NOT NULL,
	"hand_in" boolean NOT NULL,
	"connection" text NOT NULL,
	"notice_version" integer NOT NULL,
	"hand_in_version" integer NOT NULL,
	"connection_version" integer NOT NULL,
	"consented_at" bigint NOT NULL,
	"language" text NOT NULL,
	"mail_count" integer NOT NULL,
	"last_mail_at" bigint,
	"remind_at" bigint,
	"expires_at" bigint,
	"client_hash" text NOT NULL,
	"client_net_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"withdrawn_at" bigint
);

--> statement-breakpoint
CREATE TABLE "signature_slots" (
	"campaign_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"slot" integer NOT NULL,
	"name_hash" text NOT NULL,
	"postcode_hash" text NOT NULL,
	"signature_id" text NOT NULL,
	CONSTRAINT "signature_slots_campaign_id_address_hash_slot_pk" PRIMARY KEY("campaign_id","address_hash","slot")
);

--> statement-breakpoint
CREATE TABLE "public_names" (
	"signature_id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"name" text NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"is_published" boolean NOT NULL,
	"is_held" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "mail_refusals" (
	"campaign_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "mail_refusals_campaign_id_address_hash_pk" PRIMARY KEY("campaign_id","address_hash")
);

--> statement-breakpoint
CREATE TABLE "allowances" (
	"key" text NOT NULL,
	"window_starts_at" bigint NOT NULL,
	"used" integer NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "allowances_key_window_starts_at_pk" PRIMARY KEY("key","window_starts_at")
);

--> statement-breakpoint
CREATE TABLE "tallies" (
	"campaign_id" text NOT NULL,
	"cell_id" bigint NOT NULL,
	"shard" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "tallies_campaign_id_cell_id_shard_pk" PRIMARY KEY("campaign_id","cell_id","shard")
);

--> statement-breakpoint
CREATE TABLE "count_events" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "count_events_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" text NOT NULL,
	"hour" bigint NOT NULL,
	"cell_id" bigint NOT NULL,
	"delta" integer NOT NULL,
	"reason" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "publications" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"published_at" bigint NOT NULL,
	"total" integer NOT NULL,
	"hand_in_count" integer,
	"connected_count" integer
);

--> statement-breakpoint
CREATE TABLE "published_tallies" (
	"campaign_id" text NOT NULL,
	"level" text NOT NULL,
	"code" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "published_tallies_campaign_id_level_code_pk" PRIMARY KEY("campaign_id","level","code")
);

--> statement-breakpoint
CREATE TABLE "frozen_tallies" (
	"campaign_id" text NOT NULL,
	"gss_code" text NOT NULL,
	"level" text NOT NULL,
	"count" integer NOT NULL,
	"frozen_on" text NOT NULL,
	CONSTRAINT "frozen_tallies_campaign_id_gss_code_level_pk" PRIMARY KEY("campaign_id","gss_code","level")
);

--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"template" text NOT NULL,
	"row_id" text NOT NULL,
	"state" text NOT NULL,
	"attempt_count" integer NOT NULL,
	"due_at" bigint NOT NULL,
	"leased_until" bigint,
	"request" text NOT NULL,
	"provider_id" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint
);

--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" text PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"row_id" text NOT NULL,
	"generation" integer NOT NULL,
	"key_id" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"address_hash" text NOT NULL,
	"slot_on" text NOT NULL,
	"term_id" text NOT NULL,
	"mode" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"attempt_count" integer NOT NULL,
	"due_at" bigint NOT NULL,
	"request" text NOT NULL,
	"provider_id" text NOT NULL,
	"planned_at" bigint NOT NULL,
	"sending_at" bigint,
	"leased_until" bigint,
	"repeat_until" bigint,
	"settled_at" bigint
);

--> statement-breakpoint
CREATE TABLE "delivery_items" (
	"campaign_id" text NOT NULL,
	"representative_id" text NOT NULL,
	"slot_on" text NOT NULL,
	"delivery_id" text NOT NULL,
	"gss_code" text NOT NULL,
	"tally" integer NOT NULL,
	"previous_tally" integer,
	"previous_on" text NOT NULL,
	"step" integer NOT NULL,
	"is_closing" boolean NOT NULL,
	CONSTRAINT "delivery_items_campaign_id_representative_id_slot_on_pk" PRIMARY KEY("campaign_id","representative_id","slot_on")
);

--> statement-breakpoint
CREATE TABLE "staged_terms" (
	"batch" text NOT NULL,
	"term_id" text NOT NULL,
	"representative_id" text NOT NULL,
	"public_id" text NOT NULL,
	"kind" text NOT NULL,
	"source_key" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"full_title" text NOT NULL,
	"language" text NOT NULL,
	"gss_code" text NOT NULL,
	"party" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"address" text NOT NULL,
	"address_hash" text NOT NULL,
	"address_state" text NOT NULL,
	"source" text NOT NULL,
	"checked_on" text NOT NULL,
	CONSTRAINT "staged_terms_batch_term_id_pk" PRIMARY KEY("batch","term_id")
);

--> statement-breakpoint
CREATE TABLE "staged_areas" (
	"batch" text NOT NULL,
	"gss_code" text NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"slug" text NOT NULL,
	"parent_gss" text NOT NULL,
	"nation" text NOT NULL,
	"region" text NOT NULL,
	"runs_education" boolean NOT NULL,
	"education_gss" text NOT NULL,
	"homepage_url" text NOT NULL,
	"domain" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	CONSTRAINT "staged_areas_batch_gss_code_pk" PRIMARY KEY("batch","gss_code")
);

--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sign_in_requests" ADD CONSTRAINT "sign_in_requests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "area_successors" ADD CONSTRAINT "area_successors_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "area_successors" ADD CONSTRAINT "area_successors_successor_gss_areas_gss_code_fk" FOREIGN KEY ("successor_gss") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "send_years" ADD CONSTRAINT "send_years_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "send_inspections" ADD CONSTRAINT "send_inspections_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "petition_rules" ADD CONSTRAINT "petition_rules_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "area_overlaps" ADD CONSTRAINT "area_overlaps_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "area_overlaps" ADD CONSTRAINT "area_overlaps_other_gss_areas_gss_code_fk" FOREIGN KEY ("other_gss") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_representative_id_representatives_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."representatives"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_representative_id_representatives_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."representatives"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "merged_representatives" ADD CONSTRAINT "merged_representatives_representative_id_representatives_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."representatives"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "area_corrections" ADD CONSTRAINT "area_corrections_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "campaign_texts" ADD CONSTRAINT "campaign_texts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "former_slugs" ADD CONSTRAINT "former_slugs_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_cell_id_cells_id_fk" FOREIGN KEY ("cell_id") REFERENCES "public"."cells"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "signature_slots" ADD CONSTRAINT "signature_slots_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "public_names" ADD CONSTRAINT "public_names_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mail_refusals" ADD CONSTRAINT "mail_refusals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_cell_id_cells_id_fk" FOREIGN KEY ("cell_id") REFERENCES "public"."cells"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "count_events" ADD CONSTRAINT "count_events_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "count_events" ADD CONSTRAINT "count_events_cell_id_cells_id_fk" FOREIGN KEY ("cell_id") REFERENCES "public"."cells"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "published_tallies" ADD CONSTRAINT "published_tallies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "frozen_tallies" ADD CONSTRAINT "frozen_tallies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "frozen_tallies" ADD CONSTRAINT "frozen_tallies_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "delivery_items" ADD CONSTRAINT "delivery_items_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "delivery_items" ADD CONSTRAINT "delivery_items_representative_id_representatives_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."representatives"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "delivery_items" ADD CONSTRAINT "delivery_items_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("state","due_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_by_address" ON "accounts" USING btree ("address_hash");
--> statement-breakpoint
CREATE INDEX "sign_in_requests_by_expiry" ON "sign_in_requests" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_by_public_id" ON "sessions" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "sessions_by_account" ON "sessions" USING btree ("account_id","created_at");
--> statement-breakpoint
CREATE INDEX "sessions_by_expiry" ON "sessions" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "audit_log_by_subject" ON "audit_log" USING btree ("subject","sequence");
--> statement-breakpoint
CREATE INDEX "areas_by_level" ON "areas" USING btree ("level","name","gss_code");
--> statement-breakpoint
CREATE INDEX "areas_by_slug" ON "areas" USING btree ("level","slug");
--> statement-breakpoint
CREATE INDEX "areas_by_parent" ON "areas" USING btree ("parent_gss","level","name");
--> statement-breakpoint
CREATE UNIQUE INDEX "cells_by_codes" ON "cells" USING btree ("country","ward","division","council","county","constituency");
--> statement-breakpoint
CREATE INDEX "cells_by_council" ON "cells" USING btree ("council");
--> statement-breakpoint
CREATE INDEX "cells_by_constituency" ON "cells" USING btree ("constituency");
--> statement-breakpoint
CREATE INDEX "area_overlaps_by_other" ON "area_overlaps" USING btree ("other_gss","gss_code");
--> statement-breakpoint
CREATE UNIQUE INDEX "representatives_by_public_id" ON "representatives" USING btree ("public_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "representatives_by_source_key" ON "representatives" USING btree ("source_key");
--> statement-breakpoint
CREATE INDEX "representatives_by_name" ON "representatives" USING btree ("name_key");
--> statement-breakpoint
CREATE UNIQUE INDEX "terms_by_area" ON "terms" USING btree ("gss_code","representative_id","starts_on");
--> statement-breakpoint
CREATE INDEX "terms_by_representative" ON "terms" USING btree ("representative_id","starts_on");
--> statement-breakpoint
CREATE INDEX "terms_by_address" ON "terms" USING btree ("address_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "corrections_by_public_id" ON "corrections" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "corrections_by_state" ON "corrections" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "corrections_by_representative" ON "corrections" USING btree ("representative_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "merged_representatives_by_public_id" ON "merged_representatives" USING btree ("public_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "merged_representatives_by_source_key" ON "merged_representatives" USING btree ("source_key");
--> statement-breakpoint
CREATE INDEX "merged_representatives_by_representative" ON "merged_representatives" USING btree ("representative_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_by_slug" ON "campaigns" USING btree ("kind","slug");
--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_by_number" ON "campaigns" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "campaigns_by_state" ON "campaigns" USING btree ("kind","state","opened_at");
--> statement-breakpoint
CREATE INDEX "campaigns_by_body" ON "campaigns" USING btree ("body_gss","state");
--> statement-breakpoint
CREATE INDEX "campaigns_by_closing" ON "campaigns" USING btree ("state","closes_on");
--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_pending_once" ON "signatures" USING btree ("campaign_id","typed_hash") WHERE "signatures"."state" = 'pending';
--> statement-breakpoint
CREATE INDEX "signatures_by_campaign" ON "signatures" USING btree ("campaign_id","state","id");
--> statement-breakpoint
CREATE INDEX "signatures_by_address" ON "signatures" USING btree ("address_hash","state");
--> statement-breakpoint
CREATE INDEX "signatures_by_expiry" ON "signatures" USING btree ("state","expires_at");
--> statement-breakpoint
CREATE INDEX "signatures_by_reminder" ON "signatures" USING btree ("state","remind_at");
--> statement-breakpoint
CREATE INDEX "signatures_held" ON "signatures" USING btree ("held_reason","id") WHERE "signatures"."state" = 'suspect';
--> statement-breakpoint
CREATE INDEX "signatures_by_client_age" ON "signatures" USING btree ("created_at") WHERE "signatures"."client_hash" <> '';
--> statement-breakpoint
CREATE UNIQUE INDEX "signature_slots_by_name" ON "signature_slots" USING btree ("campaign_id","address_hash","name_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "signature_slots_by_signature" ON "signature_slots" USING btree ("signature_id");
--> statement-breakpoint
CREATE INDEX "public_names_in_order" ON "public_names" USING btree ("campaign_id","is_published","sort_key","signature_id");
--> statement-breakpoint
CREATE INDEX "mail_refusals_by_expiry" ON "mail_refusals" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "allowances_by_expiry" ON "allowances" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "count_events_by_hour" ON "count_events" USING btree ("campaign_id","hour","cell_id");
--> statement-breakpoint
CREATE INDEX "published_tallies_by_area" ON "published_tallies" USING btree ("code","campaign_id");
--> statement-breakpoint
CREATE INDEX "frozen_tallies_by_area" ON "frozen_tallies" USING btree ("gss_code","campaign_id");
--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","due_at","id");
--> statement-breakpoint
CREATE INDEX "outbox_by_row" ON "outbox" USING btree ("row_id");
--> statement-breakpoint
CREATE INDEX "outbox_by_provider_id" ON "outbox" USING btree ("provider_id");
--> statement-breakpoint
CREATE INDEX "mailbox_newest" ON "mailbox" USING btree ("created_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "links_by_row" ON "links" USING btree ("row_id","purpose","generation");
--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once_a_week" ON "deliveries" USING btree ("address_hash","slot_on");
--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("state","due_at","id");
--> statement-breakpoint
CREATE INDEX "deliveries_by_provider_id" ON "deliveries" USING btree ("provider_id");
--> statement-breakpoint
CREATE INDEX "delivery_items_by_delivery" ON "delivery_items" USING btree ("delivery_id");
--> statement-breakpoint
CREATE INDEX "delivery_items_by_representative" ON "delivery_items" USING btree ("representative_id","campaign_id","slot_on");
