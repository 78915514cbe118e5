ALTER TABLE "search_entries" ADD COLUMN "vector" tsvector GENERATED ALWAYS AS (
	setweight(to_tsvector('english'::regconfig, "title"), 'A') ||
	setweight(to_tsvector('english'::regconfig, "asks"), 'B') ||
	setweight(to_tsvector('english'::regconfig, "body"), 'C')
) STORED;
--> statement-breakpoint
CREATE INDEX "search_entries_by_words" ON "search_entries" USING gin ("vector");
