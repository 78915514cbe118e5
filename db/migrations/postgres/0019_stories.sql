CREATE TABLE "stories" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"state" text NOT NULL,
	"council_gss" text NOT NULL,
	"district_gss" text NOT NULL,
	"constituency_gss" text NOT NULL,
	"content" text NOT NULL,
	"revision" integer NOT NULL,
	"email" text NOT NULL,
	"address_hash" text NOT NULL,
	"campaign_id" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"pull_quote" text NOT NULL,
	"content_note" text NOT NULL,
	"easy" text NOT NULL,
	"needs_second" boolean NOT NULL,
	"is_urgent" boolean NOT NULL,
	"reason" text NOT NULL,
	"is_demonstration" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"expires_at" bigint,
	"submitted_at" bigint,
	"published_at" bigint,
	"withdrawn_at" bigint
);

--> statement-breakpoint
CREATE TABLE "story_consents" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"use" text NOT NULL,
	"group_id" text NOT NULL,
	"wording_version" integer NOT NULL,
	"wording" text NOT NULL,
	"given_at" bigint NOT NULL,
	"withdrawn_at" bigint
);

--> statement-breakpoint
CREATE TABLE "story_sharings" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"use" text NOT NULL,
	"words" text NOT NULL,
	"at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "story_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"revision" integer NOT NULL,
	"account_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "story_suggestions" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"story_id" text NOT NULL,
	"revision" integer NOT NULL,
	"account_id" text NOT NULL,
	"content" text NOT NULL,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint
);

--> statement-breakpoint
CREATE TABLE "story_facts" (
	"story_id" text PRIMARY KEY NOT NULL,
	"council_gss" text NOT NULL,
	"district_gss" text NOT NULL,
	"constituency_gss" text NOT NULL,
	"need" text NOT NULL,
	"age_band" text NOT NULL,
	"months_out" text NOT NULL,
	"money" text NOT NULL,
	"miles" text NOT NULL,
	"months_waited" text NOT NULL,
	"tribunal" text NOT NULL,
	"happened" text NOT NULL,
	"joined_at" bigint NOT NULL,
	"left_at" bigint
);

--> statement-breakpoint
CREATE TABLE "story_sums" (
	"gss_code" text PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"story_count" integer NOT NULL,
	"summed_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "story_sum_members" (
	"gss_code" text NOT NULL,
	"story_id" text NOT NULL,
	CONSTRAINT "story_sum_members_gss_code_story_id_pk" PRIMARY KEY("gss_code","story_id")
);

--> statement-breakpoint
CREATE TABLE "story_statements" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"story_id" text NOT NULL,
	"council_gss" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"words" text NOT NULL,
	"writer_name" text NOT NULL,
	"writer_role" text NOT NULL,
	"email" text NOT NULL,
	"address_hash" text NOT NULL,
	"is_official" boolean NOT NULL,
	"reason" text NOT NULL,
	"created_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"due_at" bigint,
	"published_at" bigint,
	"settled_at" bigint,
	"settled_by" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "story_consents" ADD CONSTRAINT "story_consents_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "story_sharings" ADD CONSTRAINT "story_sharings_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "story_decisions" ADD CONSTRAINT "story_decisions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "story_suggestions" ADD CONSTRAINT "story_suggestions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "story_sums" ADD CONSTRAINT "story_sums_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "story_sum_members" ADD CONSTRAINT "story_sum_members_gss_code_areas_gss_code_fk" FOREIGN KEY ("gss_code") REFERENCES "public"."areas"("gss_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "stories_by_public_id" ON "stories" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "stories_by_state" ON "stories" USING btree ("state","is_urgent","submitted_at","id");
--> statement-breakpoint
CREATE INDEX "stories_by_council" ON "stories" USING btree ("council_gss","state","published_at","id");
--> statement-breakpoint
CREATE INDEX "stories_newest" ON "stories" USING btree ("state","published_at","id");
--> statement-breakpoint
CREATE INDEX "stories_by_address" ON "stories" USING btree ("address_hash");
--> statement-breakpoint
CREATE INDEX "stories_by_expiry" ON "stories" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "story_consents_by_story" ON "story_consents" USING btree ("story_id","given_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "story_consents_once" ON "story_consents" USING btree ("story_id","use","group_id") WHERE "story_consents"."withdrawn_at" is null;
--> statement-breakpoint
CREATE INDEX "story_sharings_by_story" ON "story_sharings" USING btree ("story_id","at");
--> statement-breakpoint
CREATE INDEX "story_decisions_by_story" ON "story_decisions" USING btree ("story_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "story_suggestions_by_public_id" ON "story_suggestions" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "story_suggestions_by_story" ON "story_suggestions" USING btree ("story_id","created_at");
--> statement-breakpoint
CREATE INDEX "story_facts_by_council" ON "story_facts" USING btree ("council_gss","story_id");
--> statement-breakpoint
CREATE INDEX "story_facts_by_district" ON "story_facts" USING btree ("district_gss","story_id");
--> statement-breakpoint
CREATE INDEX "story_facts_by_constituency" ON "story_facts" USING btree ("constituency_gss","story_id");
--> statement-breakpoint
CREATE INDEX "story_facts_left" ON "story_facts" USING btree ("left_at");
--> statement-breakpoint
CREATE INDEX "story_sum_members_by_story" ON "story_sum_members" USING btree ("story_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "story_statements_by_public_id" ON "story_statements" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "story_statements_by_story" ON "story_statements" USING btree ("story_id","state","published_at");
--> statement-breakpoint
CREATE INDEX "story_statements_by_council" ON "story_statements" USING btree ("council_gss","state","published_at");
--> statement-breakpoint
CREATE INDEX "story_statements_by_state" ON "story_statements" USING btree ("state","due_at","id");
