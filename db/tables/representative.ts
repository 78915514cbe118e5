import type { Dialect } from "../dialect.ts";
import type { areaTables } from "./area.ts";

export type RepresentativeKind = "mp" | "councillor" | "office";
export type AddressState = "good" | "bounced" | "opted_out" | "unknown";

/** Who speaks for a place: people and offices, and the terms in which they do. */
export function representativeTables(d: Dialect, { areas }: ReturnType<typeof areaTables>) {
  const representatives = d.table(
    "representatives",
    {
      id: d.text("id").primaryKey(),
      /** Ten random characters: the only identity that pages and URLs show. */
      publicId: d.text("public_id").notNull(),
      kind: d.text("kind").$type<RepresentativeKind>().notNull(),
      /** Stable in the source it came from, such as `parliament:4359`; imports match on it. */
      sourceKey: d.text("source_key").notNull(),
      name: d.text("name").notNull(),
      /** The name folded, to find a signatory of the same name. */
      nameKey: d.text("name_key").notNull(),
      /** How a message addresses them: "Stephen Kinnock MP". */
      fullTitle: d.text("full_title").notNull(),
      /** Made up for the demonstration; may be written about freely, must never be written to. */
      isInvented: d.boolean("is_invented").notNull(),
      language: d.text("language").notNull(),
    },
    (t) => [
      d.uniqueIndex("representatives_by_public_id").on(t.publicId),
      d.uniqueIndex("representatives_by_source_key").on(t.sourceKey),
      d.index("representatives_by_name").on(t.nameKey),
    ],
  );

  const terms = d.table(
    "terms",
    {
      id: d.text("id").primaryKey(),
      representativeId: d
        .text("representative_id")
        .notNull()
        .references(() => representatives.id),
      gssCode: d
        .text("gss_code")
        .notNull()
        .references(() => areas.gssCode),
      party: d.text("party").notNull(),
      startsOn: d.text("starts_on").notNull(),
      /** The last day, or blank while it runs. */
      endsOn: d.text("ends_on").notNull(),
      /** The published address, encrypted, or blank where none is known. */
      address: d.text("address").notNull(),
      addressHash: d.text("address_hash").notNull(),
      addressState: d.text("address_state").$type<AddressState>().notNull(),
      source: d.text("source").notNull(),
      checkedOn: d.text("checked_on").notNull(),
    },
    (t) => [
      d.uniqueIndex("terms_by_area").on(t.gssCode, t.representativeId, t.startsOn),
      d.index("terms_by_representative").on(t.representativeId, t.startsOn),
      d.index("terms_by_address").on(t.addressHash),
    ],
  );

  return { representatives, terms };
}
