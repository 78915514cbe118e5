ALTER TABLE "reports" ADD COLUMN "outcome" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "harm" text DEFAULT '' NOT NULL;
