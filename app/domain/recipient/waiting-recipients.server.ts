import { and, asc, count, eq } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import { findAreas } from "../area/queries.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { type KnownOffice, listKnownOffices } from "./known-offices.server.ts";
import type { Named } from "./list-named.server.ts";
import { namedPlace } from "./named-recipient.ts";
import { waitsForModerators } from "./waits-for-moderators.server.ts";

/** The nations and the kingdom, where bodies without a council have their seat; the kingdom first. */
const NATIONS = ["K02000001", "E92000001", "S92000003", "W92000004", "N92000002"];

/** One line of the queue. */
export interface WaitingRecipient {
  publicId: string;
  name: string;
  role: string;
  organisation: string;
  title: string;
  createdAt: number;
}

/** Somebody named, with the campaign, as the moderator who settles it reads it. */
export interface ReadRecipient extends Named {
  campaignId: string;
  campaign: {
    number: number;
    kind: CampaignKind;
    slug: string;
    state: CampaignState;
    title: string;
    bodyName: string;
  };
  /** Where they may have their seat, the likeliest first. */
  seats: { gssCode: string; name: string }[];
  known: KnownOffice[];
}

/** A page of them, the oldest first. */
export async function listWaitingRecipients(
  read: Reader,
  page: number,
): Promise<{ recipients: WaitingRecipient[]; count: number }> {
  const { namedRecipients: named, campaigns, campaignTexts } = read.tables;
  const [counted] = await read.select({ count: count() }).from(named).where(waitsForModerators(read));
  const { publicId, name, role, organisation, createdAt } = named;
  const recipients = await read
    .select({ publicId, name, role, organisation, createdAt, title: campaignTexts.title })
    .from(named)
    .innerJoin(campaigns, eq(campaigns.id, named.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(waitsForModerators(read))
    .orderBy(asc(named.createdAt), asc(named.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return { recipients, count: counted?.count ?? 0 };
}

/** One of them by public id, settled or not. */
export async function findRecipient(
  read: Reader,
  keyring: Keyring,
  wanted: string,
  now: number,
): Promise<ReadRecipient | undefined> {
  const { namedRecipients: named, campaigns, campaignTexts } = read.tables;
  const [row] = await read
    .select({ named, campaign: campaigns, title: campaignTexts.title })
    .from(named)
    .innerJoin(campaigns, eq(campaigns.id, named.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(eq(named.publicId, wanted));
  if (!row || row.campaign.state === "draft") return undefined;
  const {
    publicId,
    name,
    role,
    organisation,
    isCopy,
    state,
    representativeId,
    sourceUrl,
    reason,
    createdAt,
  } = row.named;
  const { number, kind, slug, state: campaignState, bodyName, bodyGss } = row.campaign;
  const codes = [bodyGss, ...NATIONS].filter((code) => code !== "");
  const areas = await findAreas(read, codes);
  const email = keyring.open(namedPlace(row.named.id), row.named.email);
  return {
    ...{ publicId, name, role, organisation, isCopy, state, representativeId, sourceUrl, reason, createdAt },
    email,
    campaignId: row.campaign.id,
    campaign: { number, kind, slug, state: campaignState, bodyName, title: row.title },
    seats: codes.flatMap((code) => {
      const area = areas.get(code);
      return area ? [{ gssCode: code, name: area.name }] : [];
    }),
    known: await listKnownOffices(read, keyring, { name, role, organisation, email, seats: codes }, now),
  };
}
