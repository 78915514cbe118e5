ALTER TABLE "pictures" ADD COLUMN "small_bytes" "bytea";
