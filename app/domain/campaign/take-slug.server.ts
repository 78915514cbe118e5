import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { isSlugOf, slugsFor } from "./slug.ts";

/** Slugs tried for one title. */
const TRIES = 1000;

/**
 * Takes the first slug for a title that no campaign of its kind has or has had; whoever takes one first has it for
 * ever.
 *
 * @throws where a great many campaigns have had the same title
 */
export async function takeSlug(
  tx: Tx,
  { id, kind }: { id: string; kind: CampaignKind },
  title: string,
): Promise<string> {
  const { campaigns, formerSlugs } = tx.tables;
  let tried = 0;
  for (const slug of slugsFor(kind, title)) {
    const inUse = await tx
      .select({ slug: campaigns.slug })
      .from(campaigns)
      .where(and(eq(campaigns.kind, kind), eq(campaigns.slug, slug)));
    if (inUse.length === 0) {
      const taken = await tx
        .insert(formerSlugs)
        .values({ kind, slug, campaignId: id })
        .onConflictDoNothing()
        .returning({ slug: formerSlugs.slug });
      if (taken.length > 0) return slug;
    }
    tried += 1;
    if (tried === TRIES) break;
  }
  throw new Error("too many campaigns have the same title");
}

/**
 * The slug under which a campaign comes out of review: the one it has, or another where its title was changed while
 * only supporters saw it. What had to go from the title, a child's name perhaps, must not stay in the address.
 */
export async function slugOnceReviewed(
  tx: Tx,
  campaign: { id: string; kind: CampaignKind; slug: string; textVersion: number },
): Promise<string> {
  const { id, kind, slug, textVersion } = campaign;
  if (textVersion === 1) return slug;
  const { campaignTexts } = tx.tables;
  const [text] = await tx
    .select({ title: campaignTexts.title })
    .from(campaignTexts)
    .where(and(eq(campaignTexts.campaignId, id), eq(campaignTexts.variant, "en")));
  if (!text) throw new Error("a campaign in review has no text");
  return isSlugOf(kind, slug, text.title) ? slug : takeSlug(tx, campaign, text.title);
}
