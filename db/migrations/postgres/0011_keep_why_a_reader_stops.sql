ALTER TABLE "pauses" ADD COLUMN "words" text DEFAULT '' NOT NULL;
