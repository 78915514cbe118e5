import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { ProposalState } from "#db/tables/history.ts";
import { type ChangedPart, compareTexts } from "../campaign/compare-texts.ts";
import { findPicture } from "../campaign/find-picture.server.ts";
import type { ShownPicture } from "../campaign/picture.ts";
import { getText } from "../campaign/replace-text.server.ts";
import { changeNote } from "../campaign/settle-change.server.ts";
import { isSameToSign, TextContent } from "../campaign/text-content.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

/** A proposed change beside what stands now. */
export interface ReadChange {
  publicId: string;
  campaignId: string;
  number: number;
  title: string;
  kind: CampaignKind;
  slug: string;
  state: ProposalState;
  /** Why, in the organiser's words. */
  why: string;
  note: string;
  createdAt: number;
  /** What would read otherwise; nothing once it is settled. */
  parts: ChangedPart[];
  /** Whether it changes what people sign: of a letter, accepting it makes a new version and mails whoever signed. */
  isOfSigned: boolean;
  /** Whether the text has been changed since this was proposed, so that it cannot be accepted. */
  isOutdated: boolean;
  /** Both pictures, where the change has another than the page. */
  pictures?: { before?: ShownPicture; after?: ShownPicture };
}

/** A proposed change by its public id, for a moderator's eyes; undefined for none. */
export async function readChange(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<ReadChange | undefined> {
  const { proposedChanges, campaigns } = read.tables;
  const [row] = await read
    .select({ change: proposedChanges, campaign: campaigns })
    .from(proposedChanges)
    .innerJoin(campaigns, eq(campaigns.id, proposedChanges.campaignId))
    .where(eq(proposedChanges.publicId, publicId));
  if (!row) return undefined;
  const { change, campaign } = row;
  const now = await getText(read, campaign.id);
  const isWaiting = change.state === "waiting";
  const proposed = TextContent.parse(JSON.parse(change.content));
  const pictures = {
    before: await findPicture(read, campaign.pictureId),
    after: await findPicture(read, change.pictureId),
  };
  return {
    ...{
      publicId,
      campaignId: campaign.id,
      number: campaign.number,
      kind: campaign.kind,
      slug: campaign.slug,
    },
    ...{ title: now.en.title, state: change.state, why: change.why, createdAt: change.createdAt },
    note: keyring.open(changeNote(change.id), change.note),
    parts: isWaiting ? compareTexts(now, proposed) : [],
    isOfSigned: !isSameToSign(now, proposed),
    isOutdated: isWaiting && change.textVersion !== campaign.textVersion,
    pictures: isWaiting && change.pictureId !== campaign.pictureId ? pictures : undefined,
  };
}
