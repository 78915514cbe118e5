ALTER TABLE "pauses" ADD COLUMN "mode" text DEFAULT 'live' NOT NULL;
