ALTER TABLE "story_statements" ADD COLUMN "organisation" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "story_statements" ADD COLUMN "note" text DEFAULT '' NOT NULL;
