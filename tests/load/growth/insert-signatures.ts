import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { CLIENT_HASH_DAYS, OUTBOX_DAYS } from "#app/policy.ts";
import { PICKS } from "./picks.ts";
import type { Raw } from "./raw.ts";
import { insertLike, lengthOf, type Model } from "./rows.ts";

/** Networks that people sign from. */
const NETWORKS = 200_000;
const LINK_PURPOSES = ["confirm", "not_me", "signature"];

interface Models {
  signature: Model;
  slot: Model;
  link: Model;
  publicName: Model;
  event: Model;
  mail: Model;
}

interface Filling {
  campaignId: string;
  count: number;
  from: number;
  until: number;
}

/** Writes the rows of so many confirmed signatures, table by table, each in the order of its own key. */
export async function insertSignatures(raw: Raw, models: Models, filling: Filling): Promise<void> {
  const { campaignId, count, from, until } = filling;
  const { signature, slot, link, publicName, event, mail } = models;
  const at = `(${from} + s.i * ${until - from} / ${count + 1})`;
  const random = (column: string) => raw.random(lengthOf(signature, column));
  // Sealed by a key that is known, in its length; what is in it nobody can tell.
  const sealed = (column: string) => {
    const [keyId = ""] = (signature.get(column) ?? "''").slice(1, -1).split(".");
    const rest = lengthOf(signature, column) - keyId.length - 1;
    return `'${keyId}.' || ${raw.random(16)} || '.' || ${raw.random(rest - 17)}`;
  };
  const remembersClient = `${at} > ${until - CLIENT_HASH_DAYS * DAY}`;
  const network = `s.i * 7919 % ${NETWORKS}`;
  await raw.run(`create table made as ${raw.series(1, count)} select i, ${raw.hex(at)} as hex from series s`);
  await raw.run(
    `${insertLike("signatures", signature, {
      id: `substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7' || ${lower(raw, 3)} || '-8' || ${lower(raw, 3)} || '-' || ${lower(raw, 12)}`,
      cell_id: "p.cell_id",
      ...Object.fromEntries(
        ["typed_hash", "address_hash", "name_hash", "postcode_hash"].map((column) => [
          column,
          random(column),
        ]),
      ),
      ...{ name: sealed("name"), email: sealed("email"), postcode: sealed("postcode") },
      show_name: share(4, 2_246_822_519),
      updates: share(6, 3_266_489_917),
      hand_in: share(1, 668_265_263),
      client_hash: `case when ${remembersClient} then ${random("client_hash")} else '' end`,
      client_net_hash: `case when ${remembersClient} then substr(cast(${NETWORKS} + ${network} as text) || '${"n".repeat(43)}', 1, 43) else '' end`,
      ...{ created_at: at, consented_at: at, confirmed_at: `${at} + 60000`, last_mail_at: at },
    })} from made s join picks p on p.n = ${choice(2_654_435_761)} order by s.i`,
  );
  await raw.run("drop table made");
  const ofThem = `signatures s where s.campaign_id = '${campaignId}' and s.id <> ${signature.get("id")}`;
  await raw.run(
    `${insertLike("signature_slots", slot, {
      ...{ address_hash: "s.address_hash", name_hash: "s.name_hash" },
      ...{ postcode_hash: "s.postcode_hash", signature_id: "s.id" },
    })} from ${ofThem} order by s.address_hash`,
  );
  await raw.run(
    `${insertLike("links", link, {
      ...{
        token_hash: raw.random(lengthOf(link, "token_hash")),
        purpose: "purposes.purpose",
        row_id: "s.id",
      },
    })} from (${LINK_PURPOSES.map((purpose) => `select '${purpose}' as purpose`).join(" union all ")}) purposes, ${ofThem} order by 1`,
  );
  await raw.run(
    `${insertLike("public_names", publicName, {
      signature_id: "s.id",
      ...{ name: "p.name", sort_key: "p.sort_key", surname_key: "p.surname_key" },
      is_published: "(1 = 1)",
    })} from signatures s join people p on p.n = (s.created_at % 1000000007 * 2654435761 % 4294967296) / ${2 ** 32 / PICKS}
      where s.campaign_id = '${campaignId}' and s.id <> ${signature.get("id")} and s.show_name order by s.id`,
  );
  await raw.run(
    `${insertLike(
      "count_events",
      event,
      { cell_id: "s.cell_id", hour: `s.confirmed_at - s.confirmed_at % ${HOUR}` },
      "sequence",
    )} from ${ofThem} order by s.confirmed_at, s.id`,
  );
  await raw.run(`delete from tallies where campaign_id = '${campaignId}'`);
  await raw.run(
    `insert into tallies (campaign_id, cell_id, shard, count)
     select campaign_id, cell_id, 0, count(*) from signatures
     where campaign_id = '${campaignId}' and state = 'confirmed' group by campaign_id, cell_id`,
  );
  await raw.run(
    `${insertLike("outbox", mail, {
      ...{ id: "s.id", row_id: "s.id", state: "'sent'", attempt_count: "1" },
      ...{ due_at: "s.created_at", created_at: "s.created_at", settled_at: "s.created_at + 2000" },
    })} from ${ofThem} and s.created_at > ${until - OUTBOX_DAYS * DAY}`,
  );
}

/** True of so many in ten, by the number of the row. */
function share(tenths: number, factor: number): string {
  return `(${choice(factor)} % 10 < ${tenths})`;
}

/** A number under `PICKS` that is spread over them as rows follow one another. */
function choice(factor: number): string {
  return `(s.i * ${factor} % 4294967296) / ${2 ** 32 / PICKS}`;
}

function lower(raw: Raw, length: number): string {
  return `lower(${raw.random(length)})`;
}
