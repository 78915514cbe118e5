import { and, asc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { RETENTION_MONTHS_AFTER_CLOSING } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { moveCampaign } from "../campaign/move-campaign.server.ts";
import { blankStandings } from "../open-letter/standing-rows.server.ts";
import type { Site } from "../site.ts";
import { addMonths, endOfLondonDay, londonDay } from "../time/london.ts";
import { forgetMail } from "./erase-signature.server.ts";
import { NO_DETAILS } from "./signature.ts";

/** Rows blanked in one unit. */
const CHUNK = 200;

/** Campaigns may stay in these for ever. */
const STALLED_STATES: CampaignState[] = ["gathering", "changes_requested", "rejected", "hidden", "removed"];

/**
 * Blanks what signatures of long closed campaigns hold of people, a part at a time; they stay counted. When all of
 * a campaign is blank its slots go too, and it is archived: nobody could tell any more who has signed, so it never
 * takes signatures again. Returns how many rows and campaigns it saw to.
 */
export async function endRetention(site: Pick<Site, "db" | "keyring">, now: number): Promise<number> {
  const closedBefore = retentionLimit(now);
  return site.db.transaction("end retention", async (tx) => {
    const { campaigns } = tx.tables;
    const isOver = and(eq(campaigns.state, "closed"), lt(campaigns.closedAt, closedBefore));
    const [campaign] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(isOver)
      .orderBy(asc(campaigns.closedAt), asc(campaigns.id))
      .limit(1);
    if (!campaign) return 0;
    const blanked = (await blankRows(tx, campaign.id)) + (await dropSlots(tx, campaign.id));
    if (blanked > 0) return blanked;
    const archived = await moveCampaign(
      tx,
      site,
      { campaignId: campaign.id, from: "closed", to: "archived", mover: "program", accountId: "" },
      now,
    );
    return archived === undefined ? 0 : 1;
  });
}

/**
 * Blanks the same of campaigns that came to a halt without closing, rejected, hidden, removed or never finished, six
 * months after anything last became of them. Their slots stay unless they are gone for good: should one go on, nobody
 * is counted twice. Returns how many rows it saw to.
 */
export async function blankStalled(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("blank stalled", async (tx) => {
    const { campaigns } = tx.tables;
    const stalled = await tx
      .select({ id: campaigns.id, state: campaigns.state })
      .from(campaigns)
      .where(and(isStalled(tx.tables, now), holdsPeople(tx.tables)))
      .orderBy(asc(campaigns.id))
      .limit(1);
    for (const { id, state } of stalled)
      return (await blankRows(tx, id)) + (state === "removed" ? await dropSlots(tx, id) : 0);
    return 0;
  });
}

/** Whether a campaign stopped without closing, and nothing has become of it for six months. */
export function isStalled({ campaigns, campaignMoves }: Tables, now: number): SQL | undefined {
  const limit = retentionLimit(now);
  return and(
    inArray(campaigns.state, STALLED_STATES),
    lt(campaigns.createdAt, limit),
    sql`not exists (
      select 1 from ${campaignMoves}
      where ${campaignMoves.campaignId} = ${campaigns.id} and ${campaignMoves.at} >= ${limit}
    )`,
  );
}

function holdsPeople({ campaigns, signatures }: Tables): SQL {
  return sql`exists (
    select 1 from ${signatures}
    where ${signatures.campaignId} = ${campaigns.id} and ${stillHasDetails(signatures)}
  )`;
}

/**
 * Said of the address as the index says it that holds none but those, and of the state so that no other index is taken:
 * what is blank already is not passed over again.
 */
function stillHasDetails({ email, state }: Tables["signatures"]): SQL {
  return sql`${email} <> '' and ${state} || '' in ('confirmed', 'withdrawn', 'invalidated')`;
}

/** What closed before this instant is to be blank: it never takes signatures again. */
export function retentionLimit(now: number): number {
  return endOfLondonDay(addMonths(londonDay(now), -RETENTION_MONTHS_AFTER_CLOSING));
}

async function blankRows(tx: Tx, campaignId: string): Promise<number> {
  const { signatures, publicNames } = tx.tables;
  const held = tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), stillHasDetails(signatures)))
    .limit(CHUNK);
  const blanked = await tx
    .update(signatures)
    .set(NO_DETAILS)
    .where(inArray(signatures.id, held))
    .returning({ id: signatures.id });
  const ids = blanked.map((row) => row.id);
  if (ids.length === 0) return 0;
  await tx.delete(publicNames).where(inArray(publicNames.signatureId, ids));
  await blankStandings(tx, ids);
  await forgetMail(tx, ids);
  return ids.length;
}

async function dropSlots(tx: Tx, campaignId: string): Promise<number> {
  const { signatureSlots } = tx.tables;
  const some = tx
    .select({ id: signatureSlots.signatureId })
    .from(signatureSlots)
    .where(eq(signatureSlots.campaignId, campaignId))
    .limit(CHUNK);
  const gone = await tx
    .delete(signatureSlots)
    .where(inArray(signatureSlots.signatureId, some))
    .returning({ id: signatureSlots.signatureId });
  return gone.length;
}
