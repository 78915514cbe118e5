CREATE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
--> statement-breakpoint
CREATE TRIGGER campaign_moves_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON "campaign_moves" FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
--> statement-breakpoint
CREATE TRIGGER complaint_events_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON "complaint_events" FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
