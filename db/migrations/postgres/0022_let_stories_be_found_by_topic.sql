ALTER TABLE "stories" ADD COLUMN "topics" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "story_sharings" ADD COLUMN "request" text DEFAULT '' NOT NULL;
