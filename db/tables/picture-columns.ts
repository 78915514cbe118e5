import type { Dialect } from "../dialect.ts";

/** What every picture has, whomever it belongs to. */
export function pictureColumns(d: Dialect) {
  return {
    id: d.text("id").primaryKey(),
    /** In its address; too long to be guessed, as drafts have pictures too. */
    publicId: d.text("public_id").notNull(),
    /** What it shows, for those who do not see it. */
    alt: d.text("alt").notNull(),
    mediaType: d.text("media_type").notNull(),
    width: d.integer("width").notNull(),
    height: d.integer("height").notNull(),
    bytes: d.bytes("bytes").notNull(),
    /** Half as wide, for phones and lists; null where the picture itself is no wider than that. */
    smallBytes: d.bytes("small_bytes"),
    createdAt: d.instant("created_at").notNull(),
  };
}
