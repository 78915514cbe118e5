import { and, asc, count, desc, eq, inArray, isNotNull, ne, or } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import type { ResponseState, Stance } from "#db/tables/response.ts";
import { nameInShort } from "../campaign/short-name.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { addressOrigin } from "./official.server.ts";
import { responsePlace } from "./response.ts";

/** One line of the queue: what was written in one form. */
export interface ListedResponse {
  publicId: string;
  title: string;
  name: string;
  areaName: string;
  /** Since when it waits. */
  confirmedAt: number;
}

/** One answer of a form, opened. */
export interface ReadAnswer {
  position: number;
  /** The ask's text; blank for the campaign as a whole. */
  ask: string;
  stance: Stance;
  words: string;
}

/** What was written in one form, and who says so, as moderators read it. */
export interface ReadResponse {
  publicId: string;
  groupId: string;
  state: ResponseState;
  reason: string;
  campaignId: string;
  campaign: {
    number: number;
    kind: CampaignKind;
    title: string;
    shortName: string;
    isDemonstration: boolean;
  };
  representative: { publicId: string; name: string; kind: RepresentativeKind; isInvented: boolean };
  areaName: string;
  term: { startsOn: string; endsOn: string };
  /** The domain of the address that confirmed it, and whether it is the body's own. */
  addressDomain: string;
  isOfficial: boolean;
  /** The day on which the organisers say that they received it; blank where it was given here. */
  receivedOn: string;
  mode: DeliveryMode;
  writerName: string;
  writerRole: string;
  answers: ReadAnswer[];
  createdAt: number;
  confirmedAt: number | null;
  settledAt: number | null;
  /** What the same person answered to this campaign before, the latest first. */
  earlier: { publicId: string; state: ResponseState; stance: Stance; words: string; createdAt: number }[];
}

type Row = Tables["responses"]["$inferSelect"];

/** A page of what waits for moderators, the oldest first: one line a form. */
export async function listWaiting(
  read: Reader,
  page: number,
): Promise<{ responses: ListedResponse[]; count: number }> {
  const { responses, representatives, campaignTexts, terms, areas } = read.tables;
  const isWaiting = and(eq(responses.state, "waiting"), eq(responses.id, responses.groupId));
  const [counted] = await read.select({ count: count() }).from(responses).where(isWaiting);
  const rows = await read
    .select({
      publicId: responses.publicId,
      title: campaignTexts.title,
      name: representatives.name,
      areaName: areas.name,
      confirmedAt: responses.confirmedAt,
    })
    .from(responses)
    .innerJoin(representatives, eq(representatives.id, responses.representativeId))
    .innerJoin(terms, eq(terms.id, responses.termId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, responses.campaignId), eq(campaignTexts.variant, "en")),
    )
    .where(isWaiting)
    .orderBy(asc(responses.createdAt), asc(responses.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return {
    count: counted?.count ?? 0,
    responses: rows.map((row) => ({ ...row, confirmedAt: row.confirmedAt ?? 0 })),
  };
}

/** One form with all that was written in it, by the public id of its first row, or by its group. */
export async function findResponse(
  read: Reader,
  keyring: Keyring,
  which: { publicId: string } | { groupId: string },
): Promise<ReadResponse | undefined> {
  const { responses, representatives, campaigns, campaignTexts, terms, areas } = read.tables;
  const [row] = await read
    .select({ response: responses, representative: representatives, campaign: campaigns, term: terms })
    .from(responses)
    .innerJoin(campaigns, eq(campaigns.id, responses.campaignId))
    .innerJoin(representatives, eq(representatives.id, responses.representativeId))
    .innerJoin(terms, eq(terms.id, responses.termId))
    .where(
      "groupId" in which
        ? eq(responses.id, which.groupId)
        : and(eq(responses.publicId, which.publicId), eq(responses.id, responses.groupId)),
    );
  if (!row) return undefined;
  const { response, representative, campaign, term } = row;
  const { groupId, campaignId, representativeId } = response;
  const [area] = await read.select().from(areas).where(eq(areas.gssCode, term.gssCode));
  const [text] = await read
    .select({ title: campaignTexts.title })
    .from(campaignTexts)
    .where(and(eq(campaignTexts.campaignId, campaignId), eq(campaignTexts.variant, "en")));
  const seat = {
    ...{ termId: term.id, address: term.address, kind: representative.kind },
    ...{ gssCode: term.gssCode, parentGss: area?.parentGss ?? "" },
  };
  const origin = await addressOrigin(read, keyring, seat);
  const { publicId, state, reason, mode, createdAt, confirmedAt, settledAt } = response;
  const { number, kind, isDemonstration } = campaign;
  const title = text?.title ?? "";
  const shortName = nameInShort({ shortName: campaign.shortName, title });
  return {
    ...{ publicId, groupId, state, reason, campaignId, mode, createdAt, confirmedAt, settledAt },
    campaign: { number, kind, isDemonstration, title, shortName },
    representative: {
      publicId: representative.publicId,
      name: representative.name,
      kind: representative.kind,
      isInvented: representative.isInvented,
    },
    areaName: area?.name ?? "",
    term: { startsOn: term.startsOn, endsOn: term.endsOn },
    addressDomain: origin.domain,
    isOfficial: response.postedBy === "" && origin.isOfficial,
    receivedOn: response.receivedOn,
    writerName: opened(keyring, response, "writer_name"),
    writerRole: opened(keyring, response, "writer_role"),
    answers: await listGroup(read, keyring, groupId, campaignId),
    earlier: await listEarlier(read, keyring, { groupId, campaignId, representativeId }),
  };
}

async function listGroup(
  read: Reader,
  keyring: Keyring,
  groupId: string,
  campaignId: string,
): Promise<ReadAnswer[]> {
  const { responses, asks } = read.tables;
  const rows = await read
    .select({ response: responses, ask: asks.text })
    .from(responses)
    .leftJoin(asks, and(eq(asks.campaignId, campaignId), eq(asks.position, responses.position)))
    .where(eq(responses.groupId, groupId))
    .orderBy(asc(responses.position));
  return rows.map(({ response, ask }) => ({
    position: response.position,
    ask: response.position === 0 ? "" : (ask ?? ""),
    stance: response.stance,
    words: opened(keyring, response, "words"),
  }));
}

async function listEarlier(
  read: Reader,
  keyring: Keyring,
  { groupId, campaignId, representativeId }: Pick<Row, "groupId" | "campaignId" | "representativeId">,
): Promise<ReadResponse["earlier"]> {
  const { responses } = read.tables;
  const rows = await read
    .select()
    .from(responses)
    .where(
      and(
        eq(responses.campaignId, campaignId),
        eq(responses.representativeId, representativeId),
        ne(responses.groupId, groupId),
        or(isNotNull(responses.publishedAt), inArray(responses.state, ["declined", "waiting"])),
      ),
    )
    .orderBy(desc(responses.createdAt), asc(responses.position), desc(responses.id))
    .limit(PAGE_LENGTH);
  return rows.map((row) => {
    const { publicId, state, stance, createdAt } = row;
    return { publicId, state, stance, createdAt, words: opened(keyring, row, "words") };
  });
}

/** What was typed is sealed until it is published, and blank once it is to be forgotten. */
function opened(keyring: Keyring, row: Row, column: "words" | "writer_name" | "writer_role"): string {
  const text = { words: row.words, writer_name: row.writerName, writer_role: row.writerRole }[column];
  return row.publishedAt === null ? keyring.open(responsePlace(row.id, column), text) : text;
}
