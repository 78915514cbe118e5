import { and, asc, eq, gt, inArray, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { speaksForBody } from "../forwarding/body-offices.server.ts";
import { quietAreas } from "../forwarding/polls.server.ts";
import type { Poll } from "../forwarding/polls.ts";
import { isRunning } from "../forwarding/terms.server.ts";
import { londonDay } from "../time/london.ts";
import type { Answer } from "./answer-form.ts";

/** A campaign as it stands for somebody who may answer it. */
export interface AnsweredCampaign {
  campaignId: string;
  number: number;
  kind: CampaignKind;
  slug: string;
  title: string;
  isDemonstration: boolean;
  representativeId: string;
  publicId: string;
  name: string;
  representativeKind: RepresentativeKind;
  isInvented: boolean;
  /** The seat that they answer for: it runs today. */
  termId: string;
  areaName: string;
  hasAddress: boolean;
  /** What may be answered one by one: for the body addressed and for recipients. */
  asks: { position: number; text: string }[];
  /** A poll because of which nothing is answered today. */
  quiet?: Pick<Poll, "name" | "pollOn">;
  /** What is public of them now. */
  published: (Answer & { writerName: string; writerRole: string })[];
}

/** Reads campaigns for those who were told of them; those whose term is over are left out. */
export async function readAnswered(
  read: Reader,
  items: readonly { campaignId: string; representativeId: string; gssCode: string; termId: string }[],
  now: number,
): Promise<AnsweredCampaign[]> {
  const quiet = await quietAreas(read, londonDay(now));
  const found: AnsweredCampaign[] = [];
  for (const { campaignId, representativeId, gssCode, termId } of items) {
    const seats = await listSeats(read, representativeId, now);
    const seat =
      seats.find((one) => one.termId === termId) ??
      seats.find((one) => one.area.gssCode === gssCode) ??
      seats[0];
    const campaign = await findCampaign(read, campaignId);
    if (!seat || !campaign) continue;
    const { area, address, addressState, ...who } = seat;
    const poll = quiet.pollIn(area);
    found.push({
      ...campaign,
      ...who,
      representativeId,
      areaName: area.name,
      hasAddress: address !== "" && addressState !== "bounced",
      asks: (await isAsked(read, campaignId, { representativeId, area }))
        ? await listAsks(read, campaignId)
        : [],
      ...(poll === undefined ? {} : { quiet: { name: poll.name, pollOn: poll.pollOn } }),
      published: await listPublished(read, campaignId, representativeId),
    });
  }
  return found;
}

async function listSeats(read: Reader, representativeId: string, now: number) {
  const { terms, representatives, areas } = read.tables;
  return read
    .select({
      termId: terms.id,
      address: terms.address,
      addressState: terms.addressState,
      area: areas,
      publicId: representatives.publicId,
      name: representatives.name,
      representativeKind: representatives.kind,
      isInvented: representatives.isInvented,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(and(eq(terms.representativeId, representativeId), isRunning(read, londonDay(now))))
    .orderBy(asc(terms.id));
}

async function findCampaign(read: Reader, campaignId: string) {
  const { campaigns, campaignTexts } = read.tables;
  const [row] = await read
    .select({
      campaignId: campaigns.id,
      number: campaigns.number,
      kind: campaigns.kind,
      slug: campaigns.slug,
      title: campaignTexts.title,
      isDemonstration: campaigns.isDemonstration,
    })
    .from(campaigns)
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(eq(campaigns.id, campaignId));
  return row;
}

/** One of those it is addressed to; where it names nobody, an office of the council addressed. */
async function isAsked(
  read: Reader,
  campaignId: string,
  { representativeId, area }: { representativeId: string; area: { gssCode: string } },
): Promise<boolean> {
  if (await isRecipient(read, campaignId, representativeId)) return true;
  const { recipients, campaigns, representatives } = read.tables;
  const named = await read
    .select({ id: recipients.representativeId })
    .from(recipients)
    .where(eq(recipients.campaignId, campaignId))
    .limit(1);
  if (named.length > 0) return false;
  const [office] = await read
    .select({ id: campaigns.id })
    .from(campaigns)
    .innerJoin(representatives, and(eq(representatives.id, representativeId), speaksForBody(read)))
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.bodyGss, area.gssCode)));
  return office !== undefined;
}

/** Named as a recipient, with an address that a moderator has checked; whoever only reads along is told, not asked. */
async function isRecipient(read: Reader, campaignId: string, representativeId: string): Promise<boolean> {
  const { recipients } = read.tables;
  const [row] = await read
    .select({ campaignId: recipients.campaignId })
    .from(recipients)
    .where(
      and(
        eq(recipients.campaignId, campaignId),
        eq(recipients.representativeId, representativeId),
        eq(recipients.isCopy, false),
        ne(recipients.checkedBy, ""),
      ),
    );
  return row !== undefined;
}

async function listAsks(read: Reader, campaignId: string): Promise<{ position: number; text: string }[]> {
  const { asks } = read.tables;
  return read
    .select({ position: asks.position, text: asks.text })
    .from(asks)
    .where(and(eq(asks.campaignId, campaignId), gt(asks.position, 0)))
    .orderBy(asks.position);
}

async function listPublished(read: Reader, campaignId: string, representativeId: string) {
  const { responses } = read.tables;
  const { position, stance, words, writerName, writerRole } = responses;
  return read
    .select({ position, stance, words, writerName, writerRole })
    .from(responses)
    .where(
      and(
        eq(responses.campaignId, campaignId),
        eq(responses.representativeId, representativeId),
        inArray(responses.state, ["published"]),
      ),
    )
    .orderBy(asc(position));
}
