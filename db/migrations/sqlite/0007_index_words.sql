CREATE VIRTUAL TABLE `campaign_index` USING fts5(`title`, `asks`, `body`, content='search_entries', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER `search_entries_added` AFTER INSERT ON `search_entries` BEGIN
	INSERT INTO `campaign_index` (rowid, title, asks, body) VALUES (new.number, new.title, new.asks, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_dropped` AFTER DELETE ON `search_entries` BEGIN
	INSERT INTO `campaign_index` (`campaign_index`, rowid, title, asks, body) VALUES ('delete', old.number, old.title, old.asks, old.body);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_changed` AFTER UPDATE ON `search_entries` BEGIN
	INSERT INTO `campaign_index` (`campaign_index`, rowid, title, asks, body) VALUES ('delete', old.number, old.title, old.asks, old.body);
	INSERT INTO `campaign_index` (rowid, title, asks, body) VALUES (new.number, new.title, new.asks, new.body);
END;
--> statement-breakpoint
INSERT INTO `campaign_index` (`campaign_index`, rank) VALUES ('secure-delete', 1);
