import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { ownGroupId } from "../group/own-group.server.ts";
import { dropLinks, makeLinks } from "../privacy/links.server.ts";
import { adoptNamed } from "../recipient/name-recipients.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { draftGaps } from "./draft.ts";
import { type Draft, readDraft } from "./drafts.server.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { moveCampaign } from "./move-campaign.server.ts";
import { noticeOrganisers } from "./notice-organisers.server.ts";
import { takeSlug } from "./take-slug.server.ts";

/**
 * Hands a draft over to its organiser, who has just proved their address: from now on it gathers supporters under
 * an address of its own, and the link with which it was written is gone. Undefined where there is no such draft any
 * more, something is missing from it, or the account is not that of the address typed into it: nothing has happened.
 */
export async function beginDraft(
  tx: Tx,
  site: Pick<Site, "keyring" | "wake">,
  { campaignId, accountId }: { campaignId: string; accountId: string },
  now: number,
): Promise<{ number: number } | undefined> {
  const { drafts, organisers } = tx.tables;
  const campaign = await holdCampaign(tx, campaignId);
  if (campaign?.state !== "draft") return undefined;
  const draft = await readDraft(tx, site.keyring, campaignId);
  if (!draft || draftGaps(draft).length > 0) return undefined;
  if (!(await isTypedFor(tx, site, draft, accountId))) return undefined;
  const moveId = await moveCampaign(
    tx,
    site,
    {
      ...{ campaignId, from: "draft", to: "gathering", mover: "organiser", accountId },
      set: {
        slug: await takeSlug(tx, campaign, draft.title),
        groupId: await ownGroupId(tx, { groupId: campaign.groupId, accountId }),
        createdAt: now,
      },
    },
    now,
  );
  if (moveId === undefined) return undefined;
  await tx.insert(organisers).values({ campaignId, accountId, role: "owner", addedAt: now });
  await adoptNamed(tx, campaignId, accountId);
  await tx.delete(drafts).where(eq(drafts.campaignId, campaignId));
  await dropLinks(tx, [campaignId], "draft");
  await makeLinks(tx, site.keyring, campaignId, ["support"]);
  await noticeOrganisers(tx, site, { campaignId, kind: "started", subjectId: moveId }, now);
  return { number: campaign.number };
}

/** Whether an account is that of the address that was typed into a draft. */
async function isTypedFor(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  draft: Draft,
  accountId: string,
): Promise<boolean> {
  const { accounts } = tx.tables;
  const [account] = await tx
    .select({ addressHash: accounts.addressHash })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return account?.addressHash === hashAddress(keyring, draft.email);
}
