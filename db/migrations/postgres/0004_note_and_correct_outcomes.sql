ALTER TABLE "ask_outcomes" ADD COLUMN "replaces_id" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "ask_outcomes" ADD COLUMN "note" text DEFAULT '' NOT NULL;
