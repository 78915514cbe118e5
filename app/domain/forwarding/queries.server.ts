import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Forwarding } from "./forwarding.ts";
import { readInOffice } from "./ledger.server.ts";
import type { LedgerRow } from "./ledger.ts";
import { openLedger } from "./ledger-view.server.ts";

/** More than all MPs and the councillors of every ward of a large county. */
const LISTED = 2000;

/** A row of a ledger, as other pages show the first few. */
export type Told = LedgerRow;

/** The first rows of a campaign's ledger, of those in office today, and how many these are in all. */
export async function listTold(
  read: Reader,
  { campaignId, forwarding, limit = LISTED }: { campaignId: string; forwarding: Forwarding; limit?: number },
  now: number,
): Promise<{ rows: Told[]; count: number }> {
  const { campaigns } = read.tables;
  const [campaign] = await read
    .select({ id: campaigns.id, bodyGss: campaigns.bodyGss })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!campaign) return { rows: [], count: 0 };
  const view = await openLedger(read, { campaign, forwarding }, now);
  return readInOffice(read, view, { limit });
}
