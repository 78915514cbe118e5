import { and, asc, desc, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import type { Stance } from "#db/tables/response.ts";
import { LISTED_STATES } from "../campaign/campaign.ts";
import type { PolledArea } from "../forwarding/polls.ts";

/** What somebody answered before: it stays readable; of what was taken back only that it was. */
export interface FormerAnswer {
  publicId: string;
  stance: Stance;
  words: string;
  publishedAt: number;
  endedAt: number;
  isWithdrawn: boolean;
}

/** A published answer, as everybody may read it. */
export interface ShownAnswer {
  publicId: string;
  campaignId: string;
  campaign: { kind: CampaignKind; slug: string; title: string };
  representativeId: string;
  /** Who answers, by public id. */
  who: { publicId: string; kind: RepresentativeKind; name: string; isInvented: boolean };
  gssCode: string;
  areaName: string;
  /** The ask that it answers; 0 for the campaign as a whole. */
  position: number;
  stance: Stance;
  /** Blank where the stance says it all. */
  words: string;
  writerName: string;
  writerRole: string;
  isOfficial: boolean;
  /** The day on which the organisers received it by another way; blank where it was given here. */
  receivedOn: string;
  publishedAt: number;
  /** The latest first. */
  former: FormerAnswer[];
}

/** A published answer and where it is from, as much of it as lists are made from. */
export interface FoundAnswer {
  id: string;
  stance: Stance;
  position: number;
  area: PolledArea & { name: string };
}

/** More than all who can be told of one campaign. */
const LISTED = 20_000;

/** Published answers that may be shown, the newest first: in rehearsals and in the demonstration of invented people alone. */
export async function findShown(read: Reader, which: SQL | undefined): Promise<FoundAnswer[]> {
  const { responses, terms, areas, representatives, campaigns } = read.tables;
  const { gssCode, level, parentGss, nation, name } = areas;
  return read
    .select({
      id: responses.id,
      stance: responses.stance,
      position: responses.position,
      area: { gssCode, level, parentGss, nation, name },
    })
    .from(responses)
    .innerJoin(campaigns, eq(campaigns.id, responses.campaignId))
    .innerJoin(representatives, eq(representatives.id, responses.representativeId))
    .innerJoin(terms, eq(terms.id, responses.termId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(and(which, mayBeShown(read)))
    .orderBy(desc(responses.publishedAt), asc(responses.position), desc(responses.id))
    .limit(LISTED);
}

/**
 * Whether an answer is public: in rehearsals and in the demonstration only what invented people gave. For statements
 * with `responses`, their campaigns and who gave them.
 */
export function mayBeShown({ tables: { responses, representatives, campaigns } }: Reader): SQL | undefined {
  return and(
    eq(responses.state, "published"),
    inArray(campaigns.state, [...LISTED_STATES]),
    or(
      eq(representatives.isInvented, true),
      and(eq(responses.mode, "live"), eq(campaigns.isDemonstration, false)),
    ),
  );
}

/** All of these answers, in the same order, each with what was answered before it. */
export async function readShown(read: Reader, ids: readonly string[]): Promise<ShownAnswer[]> {
  if (ids.length === 0) return [];
  const { responses, terms, areas, representatives, campaigns, campaignTexts } = read.tables;
  const rows = await read
    .select({
      response: responses,
      campaign: { kind: campaigns.kind, slug: campaigns.slug, title: campaignTexts.title },
      who: {
        publicId: representatives.publicId,
        kind: representatives.kind,
        name: representatives.name,
        isInvented: representatives.isInvented,
      },
      gssCode: areas.gssCode,
      areaName: areas.name,
    })
    .from(responses)
    .innerJoin(campaigns, eq(campaigns.id, responses.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .innerJoin(representatives, eq(representatives.id, responses.representativeId))
    .innerJoin(terms, eq(terms.id, responses.termId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(inArray(responses.id, [...ids]));
  const former = await listFormer(
    read,
    rows.map(({ response }) => response),
  );
  const shown = rows.map(({ response, ...rest }) => {
    const { publicId, campaignId, representativeId, position, stance, words } = response;
    const { writerName, writerRole, isOfficial, receivedOn, publishedAt } = response;
    return {
      id: response.id,
      answer: {
        ...rest,
        ...{ publicId, campaignId, representativeId, position, stance, words },
        ...{ writerName, writerRole, isOfficial, receivedOn, publishedAt: publishedAt ?? 0 },
        former: former.get(formerKey(response)) ?? [],
      },
    };
  });
  const byId = new Map(shown.map(({ id, answer }) => [id, answer]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type Row = Tables["responses"]["$inferSelect"];

async function listFormer(read: Reader, rows: readonly Row[]): Promise<Map<string, FormerAnswer[]>> {
  const { responses } = read.tables;
  const found = await read
    .select()
    .from(responses)
    .where(
      and(
        inArray(responses.campaignId, [...new Set(rows.map((row) => row.campaignId))]),
        inArray(responses.representativeId, [...new Set(rows.map((row) => row.representativeId))]),
        inArray(responses.state, ["replaced", "withdrawn"]),
        isNotNull(responses.publishedAt),
      ),
    )
    .orderBy(desc(responses.publishedAt), desc(responses.id))
    .limit(LISTED);
  const former = new Map<string, FormerAnswer[]>();
  for (const row of found) {
    const { publicId, stance, words, publishedAt, settledAt, state } = row;
    const isWithdrawn = state === "withdrawn";
    const answer = { publicId, stance, words, isWithdrawn };
    const key = formerKey(row);
    const dated = { ...answer, publishedAt: publishedAt ?? 0, endedAt: settledAt ?? 0 };
    former.set(key, [...(former.get(key) ?? []), dated]);
  }
  return former;
}

function formerKey({ campaignId, representativeId, position }: Row): string {
  return `${campaignId} ${representativeId} ${position}`;
}
