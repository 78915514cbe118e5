import { and, count, desc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { StandingHow, StandingState } from "#db/tables/letter.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { sealedIn } from "../signature/signature.ts";
import { hostOf, isSharedHost } from "./mail-host.server.ts";
import { foreignLetters, organisationKey } from "./organisation-key.ts";
import { findKnown, type KnownOrganisation } from "./organisations.server.ts";
import { type Claim, standingPlace } from "./standing.ts";
import { hiddenKey } from "./standing-rows.server.ts";
import { openClaim } from "./take-up-standing.server.ts";

/** One line of the queue, or of what was decided. */
export interface ListedStanding {
  publicId: string;
  title: string;
  state: StandingState;
  isForOrganisation: boolean;
  role: string;
  organisation: string;
  /** Since when it waits, or when it was settled. */
  at: number;
}

/** What somebody claims to be, and all that helps to decide whether they are. */
export interface ReadStanding {
  publicId: string;
  signatureId: string;
  campaignId: string;
  campaign: { number: number; kind: CampaignKind; slug: string; title: string };
  state: StandingState;
  how: StandingHow;
  reason: string;
  checkedWords: string;
  checkedAt: number | null;
  name: string;
  claim: Claim;
  /** Of the confirmed address; never the address. */
  host: string;
  isSharedHost: boolean;
  showsName: boolean;
  /** Letters of other alphabets in the organisation's name. */
  foreign: string[];
  /** What is known of this organisation and of this domain. */
  known: KnownOrganisation[];
  /** What was decided about the same organisation before, the latest first. */
  earlier: ListedStanding[];
  createdAt: number;
}

/** Waits for a moderator: of a counted signature, and would be shown. What is not to be shown needs no looking at. */
export function isStandingWaiting({ standings, signatures }: Tables): SQL {
  return sql`${standings.state} = 'waiting' and ${signatures.state} = 'confirmed' and (${standings.isForOrganisation} or ${signatures.showName})`;
}

/** A page of what waits, the oldest first. */
export async function listWaitingStandings(
  read: Reader,
  keyring: Keyring,
  page: number,
): Promise<{ standings: ListedStanding[]; count: number }> {
  const { standings, signatures } = read.tables;
  const isWaiting = isStandingWaiting(read.tables);
  const [counted] = await read
    .select({ count: count() })
    .from(standings)
    .innerJoin(signatures, eq(signatures.id, standings.signatureId))
    .where(isWaiting);
  const rows = await select(read)
    .where(isWaiting)
    .orderBy(standings.createdAt, standings.signatureId)
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return { standings: rows.map((row) => listed(keyring, row)), count: counted?.count ?? 0 };
}

/** What was decided about an organisation of this name, however it is written, the latest first. */
export async function listDecided(
  read: Reader,
  keyring: Keyring,
  { organisation, except = "" }: { organisation: string; except?: string },
): Promise<ListedStanding[]> {
  const { standings } = read.tables;
  if (organisation === "") return [];
  const keys = [organisationKey(organisation), hiddenKey(keyring, organisation)];
  const rows = await select(read)
    .where(
      and(
        inArray(standings.organisationKey, keys),
        or(eq(standings.state, "vouched"), eq(standings.state, "declined")),
        ne(standings.publicId, except),
      ),
    )
    .orderBy(desc(standings.createdAt), desc(standings.signatureId))
    .limit(PAGE_LENGTH);
  return rows.map((row) => listed(keyring, row));
}

/** One of them, opened, for a moderator's eyes; undefined once its owner claims something else. */
export async function readStanding(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<ReadStanding | undefined> {
  const { standings } = read.tables;
  const [row] = await select(read).where(eq(standings.publicId, publicId));
  if (!row) return undefined;
  const { standing, signature, campaign, title } = row;
  const opened = openClaim(keyring, signature, standing);
  const claim = { ...opened, organisation: opened.organisation || standing.organisation };
  const host = hostOf(keyring.open(sealedIn(signature.id, "email"), signature.email));
  const { organisation } = claim;
  const { state, how, reason, checkedAt, createdAt } = standing;
  return {
    ...{ publicId, signatureId: signature.id, campaignId: campaign.id },
    campaign: { number: campaign.number, kind: campaign.kind, slug: campaign.slug, title },
    ...{ state, how, reason, checkedAt, createdAt, claim, host },
    checkedWords: keyring.open(standingPlace(signature.id, "checked_words"), standing.checkedWords),
    name: keyring.open(sealedIn(signature.id, "name"), signature.name),
    isSharedHost: isSharedHost(host),
    showsName: signature.showName && campaign.showsNames,
    foreign: foreignLetters(organisation),
    known: await findKnown(read, { nameKey: organisationKey(organisation), domain: host }),
    earlier: await listDecided(read, keyring, { organisation, except: publicId }),
  };
}

type Row = Awaited<ReturnType<typeof select>>[number];

function select(read: Reader) {
  const { standings, signatures, campaigns, campaignTexts } = read.tables;
  return read
    .select({ standing: standings, signature: signatures, campaign: campaigns, title: campaignTexts.title })
    .from(standings)
    .innerJoin(signatures, eq(signatures.id, standings.signatureId))
    .innerJoin(campaigns, eq(campaigns.id, standings.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    );
}

function listed(keyring: Keyring, { standing, signature, title }: Row): ListedStanding {
  const { publicId, state, isForOrganisation, createdAt, checkedAt } = standing;
  const { role, organisation } = openClaim(keyring, signature, standing);
  const at = state === "waiting" ? createdAt : (checkedAt ?? createdAt);
  // After the details of the signature have gone, an organisation still stands under the letter.
  const shown = organisation || standing.organisation;
  return { publicId, title, state, isForOrganisation, role, organisation: shown, at };
}
