import { and, desc, eq, inArray } from "drizzle-orm";
import { v7 } from "uuid";
import { NAMINGS_PER_CAMPAIGN_PER_DAY, RECIPIENTS_AT_MOST } from "#app/policy-recipients.ts";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { namedKey } from "./named-key.server.ts";
import { NAMING_STATES, type NamedForm, namedPlace, STANDING_STATES } from "./named-recipient.ts";

/** What became of naming somebody. `named_already` says which of the list, from 0. */
export type NamingOutcome =
  | { outcome: "named" }
  | { outcome: "named_already"; index: number }
  | { outcome: "too_many" | "too_often" | "not_now" };

/**
 * Names those whom a campaign goes to, in this order after those it has: all of them or, where one stands in the
 * way, none. A moderator looks at each before they are shown or told. `accountId` is blank in a draft, which nobody
 * owns yet.
 */
export async function nameRecipients(
  site: Pick<Site, "db" | "keyring">,
  { campaignId, accountId, forms }: { campaignId: string; accountId: string; forms: readonly NamedForm[] },
  now: number,
): Promise<NamingOutcome> {
  return site.db.transaction("name recipients", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(NAMING_STATES, campaign.state)) return { outcome: "not_now" };
    const { namedRecipients } = tx.tables;
    const rows = await tx
      .select()
      .from(namedRecipients)
      .where(eq(namedRecipients.campaignId, campaignId))
      .orderBy(desc(namedRecipients.position));
    const standing = rows.filter(({ state }) => STANDING_STATES.some((one) => one === state));
    const index = firstDoubled(site.keyring, standing, forms);
    if (index !== undefined) return { outcome: "named_already", index };
    if (standing.length + forms.length > RECIPIENTS_AT_MOST) return { outcome: "too_many" };
    const allowance = {
      key: `recipients of ${campaignId}`,
      windowMs: DAY,
      limit: NAMINGS_PER_CAMPAIGN_PER_DAY,
    };
    if (!(await takeAllowance(tx, allowance, now))) return { outcome: "too_often" };
    let position = rows[0]?.position ?? 0;
    for (const form of forms) {
      position += 1;
      await insertNamed(tx, site.keyring, { campaignId, accountId, position, form }, now);
    }
    return { outcome: "named" };
  });
}

/** Gives those whom a draft has named to the account that begins it, so that it is known who answers for them. */
export async function adoptNamed(tx: Tx, campaignId: string, accountId: string): Promise<void> {
  const { namedRecipients } = tx.tables;
  await tx
    .update(namedRecipients)
    .set({ accountId })
    .where(
      and(
        eq(namedRecipients.campaignId, campaignId),
        eq(namedRecipients.accountId, ""),
        inArray(namedRecipients.state, ["waiting"]),
      ),
    );
}

function firstDoubled(
  keyring: Keyring,
  standing: readonly Tables["namedRecipients"]["$inferSelect"][],
  forms: readonly NamedForm[],
): number | undefined {
  const keys = new Set(standing.map(namedKey));
  const addresses = new Set(standing.map((row) => keyring.open(namedPlace(row.id), row.email)));
  for (const [index, form] of forms.entries()) {
    const key = namedKey(form);
    if (keys.has(key) || (form.email !== "" && addresses.has(form.email))) return index;
    keys.add(key);
    addresses.add(form.email);
  }
  return undefined;
}

async function insertNamed(
  tx: Tx,
  keyring: Keyring,
  named: { campaignId: string; accountId: string; position: number; form: NamedForm },
  now: number,
): Promise<void> {
  const { campaignId, accountId, position, form } = named;
  const { name, role, organisation, isCopy, email, sourceUrl } = form;
  const id = v7({ msecs: now });
  await tx.insert(tx.tables.namedRecipients).values({
    ...{ id, publicId: newPublicId(), campaignId, accountId, position },
    ...{ name, role, organisation, isCopy, sourceUrl },
    email: keyring.seal(namedPlace(id), email),
    ...{ state: "waiting", representativeId: "", reason: "", createdAt: now, settledAt: null, settledBy: "" },
  });
}
