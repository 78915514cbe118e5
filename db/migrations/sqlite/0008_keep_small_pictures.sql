ALTER TABLE `pictures` ADD `small_bytes` blob;
