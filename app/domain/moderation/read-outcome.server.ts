import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { outcomeNote } from "../campaign/settle-outcome.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

type Row = Tables["askOutcomes"]["$inferSelect"];

/** What an organiser says has become of an ask, beside the ask. */
export interface ReadOutcome
  extends Pick<
    Row,
    "publicId" | "campaignId" | "position" | "outcome" | "happenedOn" | "words" | "sourceUrl" | "state"
  > {
  number: number;
  title: string;
  kind: CampaignKind;
  slug: string;
  ask: string;
  note: string;
  createdAt: number;
  /** The one that it corrects, which is shown until then. */
  corrects?: Pick<Row, "outcome" | "happenedOn" | "words">;
}

/** One of them by its public id, for a moderator's eyes; undefined for none. */
export async function readOutcome(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<ReadOutcome | undefined> {
  const { askOutcomes, asks, campaigns, campaignTexts } = read.tables;
  const [row] = await read
    .select({ outcome: askOutcomes, campaign: campaigns, title: campaignTexts.title, ask: asks.text })
    .from(askOutcomes)
    .innerJoin(campaigns, eq(campaigns.id, askOutcomes.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .leftJoin(asks, and(eq(asks.campaignId, campaigns.id), eq(asks.position, askOutcomes.position)))
    .where(eq(askOutcomes.publicId, publicId));
  if (!row) return undefined;
  const { id, replacesId, note, settledAt, settledBy, accountId, ...outcome } = row.outcome;
  const [corrects] =
    replacesId === ""
      ? []
      : await read
          .select({
            outcome: askOutcomes.outcome,
            happenedOn: askOutcomes.happenedOn,
            words: askOutcomes.words,
          })
          .from(askOutcomes)
          .where(eq(askOutcomes.id, replacesId));
  return {
    ...outcome,
    number: row.campaign.number,
    kind: row.campaign.kind,
    slug: row.campaign.slug,
    title: row.title,
    ask: row.ask ?? "",
    note: keyring.open(outcomeNote(id), note),
    corrects,
  };
}
