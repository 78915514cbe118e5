CREATE TABLE `change_counts` (
	`what` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL
);

--> statement-breakpoint
ALTER TABLE `publications` ADD `written_count` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `areas_insert_counted` AFTER INSERT ON `areas` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `areas_update_counted` AFTER UPDATE ON `areas` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `areas_delete_counted` AFTER DELETE ON `areas` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `representatives_insert_counted` AFTER INSERT ON `representatives` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `representatives_update_counted` AFTER UPDATE ON `representatives` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `representatives_delete_counted` AFTER DELETE ON `representatives` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `terms_insert_counted` AFTER INSERT ON `terms` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `terms_update_counted` AFTER UPDATE ON `terms` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `terms_delete_counted` AFTER DELETE ON `terms` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `recipients_insert_counted` AFTER INSERT ON `recipients` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `recipients_update_counted` AFTER UPDATE ON `recipients` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `recipients_delete_counted` AFTER DELETE ON `recipients` BEGIN INSERT INTO `change_counts` (`what`, `count`) VALUES ('seats', 1) ON CONFLICT (`what`) DO UPDATE SET `count` = `count` + 1; END;
