ALTER TABLE `pauses` ADD `words` text DEFAULT '' NOT NULL;
