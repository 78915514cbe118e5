CREATE TRIGGER `audit_log_kept_on_update` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_kept_on_delete` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `campaign_moves_kept_on_update` BEFORE UPDATE ON `campaign_moves` BEGIN SELECT RAISE(ABORT, 'campaign_moves is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `campaign_moves_kept_on_delete` BEFORE DELETE ON `campaign_moves` BEGIN SELECT RAISE(ABORT, 'campaign_moves is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `complaint_events_kept_on_update` BEFORE UPDATE ON `complaint_events` BEGIN SELECT RAISE(ABORT, 'complaint_events is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `complaint_events_kept_on_delete` BEFORE DELETE ON `complaint_events` BEGIN SELECT RAISE(ABORT, 'complaint_events is only added to'); END;
