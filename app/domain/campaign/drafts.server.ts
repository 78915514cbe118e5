import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { draftPlace } from "./draft.ts";
import { type Campaign, findCampaignById } from "./queries.server.ts";
import { TextContent } from "./text-content.ts";

/** A campaign that is being written, as whoever has its link sees it. */
export interface Draft extends Campaign {
  /** Blank until typed. */
  email: string;
  postcode: string;
  easy?: { title: string; why: string; more: string };
}

/** The draft of a link; undefined for a link that is nobody's, and once it has begun or run out. */
export async function findDraft(
  { db: { read }, keyring }: Pick<Site, "keyring"> & { db: Pick<Site["db"], "read"> },
  token: string,
): Promise<Draft | undefined> {
  const id = await findLinkedRow(read, token, ["draft"]);
  return id === undefined ? undefined : readDraft(read, keyring, id);
}

/** The draft of a row; undefined once it has begun or run out. */
export async function readDraft(
  read: Reader,
  keyring: Site["keyring"],
  campaignId: string,
): Promise<Draft | undefined> {
  const { drafts, campaigns } = read.tables;
  const [row] = await read
    .select({ draft: drafts, state: campaigns.state })
    .from(drafts)
    .innerJoin(campaigns, eq(campaigns.id, drafts.campaignId))
    .where(eq(drafts.campaignId, campaignId));
  if (row?.state !== "draft") return undefined;
  const campaign = await findCampaignById(read, campaignId);
  if (!campaign) return undefined;
  const hasEasy = campaign.variants.includes("easy");
  const easy = hasEasy ? await findCampaignById(read, campaignId, "easy") : undefined;
  const open = (column: "email" | "postcode") => {
    const sealed = row.draft[column];
    return sealed === "" ? "" : keyring.open(draftPlace(campaignId, column), sealed);
  };
  return {
    ...campaign,
    email: open("email"),
    postcode: open("postcode"),
    easy: easy && { title: easy.title, why: easy.why, more: easy.more },
  };
}

/** A draft's words as its page would have them; undefined while something is missing. */
export function draftText(draft: Draft): TextContent | undefined {
  const { title, why, more, easy, askClause, shortName } = draft;
  const parsed = TextContent.safeParse({
    ...{ en: { title, why, more }, easy, askClause, shortName },
    asks: draft.asks.map(({ text }) => text),
    letter: draft.kind === "letter" ? draft.letter : undefined,
  });
  return parsed.success ? parsed.data : undefined;
}
