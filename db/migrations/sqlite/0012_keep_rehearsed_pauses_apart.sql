ALTER TABLE `pauses` ADD `mode` text DEFAULT 'live' NOT NULL;
