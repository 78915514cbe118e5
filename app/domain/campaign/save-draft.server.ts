import { and, eq } from "drizzle-orm";
import { DRAFT_DAYS, DRAFT_MAILS, MAILS_PER_ADDRESS_PER_DAY } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { draftPlace } from "./draft.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import type { LetterSetting } from "./text-content.ts";

type Row = Tables["campaigns"]["$inferInsert"];
type Text = { title: string; why: string; more: string };

/** What somebody has written on one page of a draft; what is left out stays as it is. */
export interface DraftPart {
  campaign?: Partial<
    Pick<
      Row,
      | "topic"
      | "bodyKind"
      | "bodyName"
      | "bodyGss"
      | "askClause"
      | "shortName"
      | "organiserName"
      | "groupId"
      | "goal"
      | "closesOn"
      | "showsNames"
    >
  >;
  /** Of the letter too: how it is set. */
  text?: Partial<Text & LetterSetting>;
  asks?: readonly string[];
  /** Undefined leaves it, null takes it away. */
  easy?: Text | null;
  email?: string;
  postcode?: string;
}

/**
 * Keeps one page of a draft. When an address is typed for the first time, or another one, the link to go on is
 * mailed there, within what an address is sent in a day. `gone` where the draft has begun or run out meanwhile.
 */
export async function saveDraft(
  site: Site,
  { campaignId, part }: { campaignId: string; part: DraftPart },
  now: number,
): Promise<"saved" | "gone"> {
  return site.db.transaction("save draft", async (tx) => {
    const { campaigns, drafts } = tx.tables;
    const campaign = await holdCampaign(tx, campaignId);
    if (campaign?.state !== "draft") return "gone";
    if (part.campaign) await tx.update(campaigns).set(part.campaign).where(eq(campaigns.id, campaignId));
    await writeWords(tx, campaignId, part);
    const [before] = await tx.select().from(drafts).where(eq(drafts.campaignId, campaignId));
    if (!before) return "gone";
    const isNewAddress = part.email !== undefined && part.email !== openEmail(site, before);
    await tx
      .update(drafts)
      .set({ ...sealed(site, campaignId, part), updatedAt: now, expiresAt: now + DRAFT_DAYS * DAY })
      .where(eq(drafts.campaignId, campaignId));
    if (part.email !== undefined && isNewAddress) await mailLink(tx, site, campaignId, part.email, now);
    return "saved";
  });
}

async function writeWords(tx: Tx, campaignId: string, { text, asks, easy }: DraftPart): Promise<void> {
  const { campaignTexts, asks: asksTable } = tx.tables;
  const isVariant = (variant: "en" | "easy") =>
    and(eq(campaignTexts.campaignId, campaignId), eq(campaignTexts.variant, variant));
  if (text && Object.keys(text).length > 0) await tx.update(campaignTexts).set(text).where(isVariant("en"));
  if (easy !== undefined) await tx.delete(campaignTexts).where(isVariant("easy"));
  if (easy) await tx.insert(campaignTexts).values({ campaignId, variant: "easy", ...easy });
  if (asks === undefined) return;
  await tx.delete(asksTable).where(eq(asksTable.campaignId, campaignId));
  const rows = asks.map((ask, index) => ({
    ...{ campaignId, position: index + 1, text: ask },
    ...({ outcome: "open", outcomeOn: "" } as const),
  }));
  if (rows.length > 0) await tx.insert(asksTable).values(rows);
}

function sealed(
  { keyring }: Site,
  campaignId: string,
  part: DraftPart,
): { email?: string; postcode?: string } {
  const seal = (column: "email" | "postcode") => {
    const typed = part[column];
    if (typed === undefined) return {};
    return { [column]: typed === "" ? "" : keyring.seal(draftPlace(campaignId, column), typed) };
  };
  return { ...seal("email"), ...seal("postcode") };
}

function openEmail({ keyring }: Site, { campaignId, email }: Tables["drafts"]["$inferSelect"]): string {
  return email === "" ? "" : keyring.open(draftPlace(campaignId, "email"), email);
}

async function mailLink(tx: Tx, site: Site, campaignId: string, email: string, now: number): Promise<void> {
  const ofDraft = { key: `draft mail ${campaignId}`, windowMs: DRAFT_DAYS * DAY, limit: DRAFT_MAILS };
  const ofAddress = {
    key: `mail day ${hashAddress(site.keyring, email)}`,
    ...{ windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY },
  };
  if (!(await takeAllowance(tx, ofDraft, now)) || !(await takeAllowance(tx, ofAddress, now))) return;
  await queueMail(tx, site, { template: "draft-link", rowId: campaignId }, now);
}
