CREATE TABLE "group_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"group_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "group_pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"alt" text NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"small_bytes" "bytea",
	"created_at" bigint NOT NULL,
	"group_id" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "takes_messages" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "group_invitations" ADD COLUMN "role" text DEFAULT 'editor' NOT NULL;
--> statement-breakpoint
ALTER TABLE "group_notices" ADD CONSTRAINT "group_notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "group_notices" ADD CONSTRAINT "group_notices_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "group_pictures" ADD CONSTRAINT "group_pictures_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "group_notices_by_group" ON "group_notices" USING btree ("group_id","created_at");
--> statement-breakpoint
CREATE INDEX "group_notices_by_age" ON "group_notices" USING btree ("created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "group_pictures_by_public_id" ON "group_pictures" USING btree ("public_id");
--> statement-breakpoint
CREATE INDEX "group_pictures_by_group" ON "group_pictures" USING btree ("group_id");
