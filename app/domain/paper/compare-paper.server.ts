import { and, eq, inArray, sql } from "drizzle-orm";
import { PAPER_COMPARE_CHUNK } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { PaperState } from "#db/tables/paper.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import type { Site } from "../site.ts";
import { countPaper } from "./count-paper.server.ts";

/**
 * Looks which of a campaign's signatures on paper are of people who have signed here too: they count once, here. All
 * confirmed signatures pass by in parts, in the order of an index that is there anyway; cut short and begun again, it
 * comes to the same. Somebody who has taken their signature off here counts on paper again.
 *
 * @returns how many of them have signed here.
 */
export async function comparePaper(site: Pick<Site, "db">, campaignId: string, now: number): Promise<number> {
  const { read } = site.db;
  const online = new Set<string>();
  let after = "";
  for (;;) {
    const part = await readPart(read, campaignId, after);
    for (const id of part.paperIds) online.add(id);
    if (part.lastId === "") break;
    after = part.lastId;
  }
  const was = await listOnline(read, campaignId);
  await move(
    site,
    campaignId,
    [...online].filter((id) => !was.has(id)),
    { from: "counted", to: "online" },
  );
  await move(
    site,
    campaignId,
    [...was].filter((id) => !online.has(id)),
    { from: "online", to: "counted" },
  );
  await site.db.transaction("count paper", async (tx) => {
    if (await holdCampaign(tx, campaignId)) await countPaper(tx, campaignId, now);
  });
  return online.size;
}

/** Which papers the next signatures are of, and the last of those signatures; blank after all of them. */
async function readPart(
  read: Reader,
  campaignId: string,
  after: string,
): Promise<{ paperIds: string[]; lastId: string }> {
  const part = sql`
    select id, name_hash, postcode_hash from signatures
    where campaign_id = ${campaignId} and state = 'confirmed' and id > ${after} and name_hash <> ''
    order by id limit ${PAPER_COMPARE_CHUNK}`;
  const [last] = await read.rows<{ id: string | null }>(sql`select max(id) as id from (${part}) as part`);
  if (!last?.id) return { paperIds: [], lastId: "" };
  const found = await read.rows<{ id: string }>(sql`
    select paper.id as id from (${part}) as part
    join paper_signatures as paper
      on paper.campaign_id = ${campaignId} and paper.name_hash = part.name_hash
      and paper.postcode_hash = part.postcode_hash
    where paper.state <> 'repeated'`);
  return { paperIds: found.map(({ id }) => id), lastId: last.id };
}

async function listOnline(read: Reader, campaignId: string): Promise<Set<string>> {
  const { paperSignatures } = read.tables;
  const rows = await read
    .select({ id: paperSignatures.id })
    .from(paperSignatures)
    .where(and(eq(paperSignatures.campaignId, campaignId), eq(paperSignatures.state, "online")));
  return new Set(rows.map(({ id }) => id));
}

async function move(
  site: Pick<Site, "db">,
  campaignId: string,
  ids: readonly string[],
  { from, to }: { from: PaperState; to: PaperState },
): Promise<void> {
  for (let at = 0; at < ids.length; at += PAPER_COMPARE_CHUNK) {
    const part = ids.slice(at, at + PAPER_COMPARE_CHUNK);
    await site.db.transaction("compare paper", async (tx) => {
      const { paperSignatures } = tx.tables;
      if (!(await holdCampaign(tx, campaignId))) return;
      await tx
        .update(paperSignatures)
        .set({ state: to })
        .where(and(inArray(paperSignatures.id, part), eq(paperSignatures.state, from)));
    });
  }
}
