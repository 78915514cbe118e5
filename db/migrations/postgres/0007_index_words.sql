ALTER TABLE "search_entries"
	ADD COLUMN "title_vector" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, "title")) STORED,
	ADD COLUMN "asks_vector" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, "title" || ' ' || "asks")) STORED,
	ADD COLUMN "body_vector" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, "title" || ' ' || "asks" || ' ' || "body")) STORED;
--> statement-breakpoint
ALTER TABLE "search_entries"
	ALTER COLUMN "title_vector" SET STORAGE MAIN,
	ALTER COLUMN "asks_vector" SET STORAGE MAIN,
	ALTER COLUMN "body_vector" SET STORAGE MAIN;
--> statement-breakpoint
CREATE INDEX "search_entries_by_title" ON "search_entries" USING gin ("title_vector");
--> statement-breakpoint
CREATE INDEX "search_entries_by_asks" ON "search_entries" USING gin ("asks_vector");
--> statement-breakpoint
CREATE INDEX "search_entries_by_body" ON "search_entries" USING gin ("body_vector");
