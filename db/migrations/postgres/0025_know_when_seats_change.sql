CREATE TABLE "change_counts" (
	"what" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL
);

--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "written_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE FUNCTION count_change_of_seats() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM changed) THEN INSERT INTO change_counts (what, count) VALUES ('seats', 1) ON CONFLICT (what) DO UPDATE SET count = change_counts.count + 1; END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER areas_insert_counted AFTER INSERT ON "areas" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER areas_update_counted AFTER UPDATE ON "areas" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER areas_delete_counted AFTER DELETE ON "areas" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER representatives_insert_counted AFTER INSERT ON "representatives" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER representatives_update_counted AFTER UPDATE ON "representatives" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER representatives_delete_counted AFTER DELETE ON "representatives" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER terms_insert_counted AFTER INSERT ON "terms" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER terms_update_counted AFTER UPDATE ON "terms" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER terms_delete_counted AFTER DELETE ON "terms" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER recipients_insert_counted AFTER INSERT ON "recipients" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER recipients_update_counted AFTER UPDATE ON "recipients" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
--> statement-breakpoint
CREATE TRIGGER recipients_delete_counted AFTER DELETE ON "recipients" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_change_of_seats();
