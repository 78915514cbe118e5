import { and, asc, desc, eq, gt, inArray, ne, type SQL } from "drizzle-orm";
import type { ReadBuilders, Reader } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";
import type { BodyKind, CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import type { StandingHow, StandingState } from "#db/tables/letter.ts";
import type { Connection, SignatureState } from "#db/tables/signature.ts";
import { campaignPath } from "../campaign/campaign-path.ts";
import type { Claim } from "../open-letter/standing.ts";
import { openClaim } from "../open-letter/take-up-standing.server.ts";
import type { Cell } from "../place/cell.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { openPerson } from "./person.server.ts";

/** Signatures of one address at most that a mail or a page lists. */
const LISTED = 100;

/** A signature as its own signatory sees it. */
export interface OwnSignature {
  id: string;
  addressHash: string;
  state: SignatureState;
  name: string;
  email: string;
  postcode: string;
  country: string;
  showName: boolean;
  updates: boolean;
  handIn: boolean;
  connection: Connection;
  createdAt: number;
  confirmedAt: number | null;
  consentedAt: number;
  noticeVersion: number;
  handInVersion: number;
  connectionVersion: number;
  /** Blank where no group may write by itself. */
  contactGroupId: string;
  contactVersion: number;
  contactAt: number | null;
  expiresAt: number | null;
  textVersion: number;
  /** As what they sign an open letter, and whether that has been checked. */
  claim: Claim;
  standing?: { state: StandingState; how: StandingHow; reason: string };
  campaignId: string;
  campaign: {
    groupId: string;
    textVersion: number;
    kind: CampaignKind;
    slug: string;
    title: string;
    state: CampaignState;
    closesOn: string;
    closedAt: number | null;
    /** Where it can be read on the site; blank where nobody may. */
    path: string;
    bodyName: string;
    bodyKind: BodyKind;
    showsNames: boolean;
  };
  cell: Cell;
}

/** The signature that a link of one of these purposes is about; undefined for a link that is nobody's (any more). */
export async function findSignatureByLink(
  read: Reader,
  keyring: Keyring,
  token: string,
  purposes: readonly ("confirm" | "signature" | "not_me" | "unsubscribe" | "agree")[],
): Promise<OwnSignature | undefined> {
  const id = await findLinkedRow(read, token, purposes);
  return id === undefined ? undefined : findSignature(read, keyring, id);
}

/** A signature by its row's id, or undefined once it is gone. */
export async function findSignature(
  read: Reader,
  keyring: Keyring,
  id: string,
): Promise<OwnSignature | undefined> {
  const [row] = await read.run(findOwn, { id });
  return row && openOwn(keyring, row);
}

const findOwn = statement("find_own_signature", (db: ReadBuilders, given: Given<{ id: string }>) =>
  selectOwn(db, eq(db.tables.signatures.id, given("id")), 1),
);

/**
 * What one address has signed, newest first, at most 100: what was taken off too, for its details are still kept;
 * those that were erased are left out.
 */
export async function listOwnSignatures(
  read: Reader,
  keyring: Keyring,
  addressHash: string,
): Promise<OwnSignature[]> {
  const { signatures } = read.tables;
  const isTheirs = and(
    eq(signatures.addressHash, addressHash),
    ne(signatures.email, ""),
    inArray(signatures.state, ["pending", "confirmed", "invalidated", "withdrawn"]),
  );
  const rows = await selectOwn(read, isTheirs, LISTED);
  return rows.map((row) => openOwn(keyring, row));
}

/** Whether an address said "this was not me" of a campaign not long ago: no mail about it goes there. */
export async function refusesMail(
  read: Reader,
  { campaignId, addressHash }: { campaignId: string; addressHash: string },
  now: number,
): Promise<boolean> {
  const found = await read.run(findRefusal, { campaignId, addressHash, now });
  return found.length > 0;
}

type Refused = { campaignId: string; addressHash: string; now: number };
const findRefusal = statement("find_mail_refusal", (db: ReadBuilders, given: Given<Refused>) => {
  const { mailRefusals } = db.tables;
  return db
    .select({ expiresAt: mailRefusals.expiresAt })
    .from(mailRefusals)
    .where(
      and(
        eq(mailRefusals.campaignId, given("campaignId")),
        eq(mailRefusals.addressHash, given("addressHash")),
        gt(mailRefusals.expiresAt, given("now")),
      ),
    );
});

type OwnRow = Awaited<ReturnType<typeof selectOwn>>[number];

function selectOwn(db: ReadBuilders, condition: SQL | undefined, limit: number) {
  const { signatures, campaigns, campaignTexts, cells, links, standings } = db.tables;
  return db
    .select({
      signature: signatures,
      campaign: campaigns,
      title: campaignTexts.title,
      cell: cells,
      link: links,
      standing: standings,
    })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .innerJoin(cells, eq(cells.id, signatures.cellId))
    .leftJoin(links, and(eq(links.rowId, campaigns.id), eq(links.purpose, "support")))
    .leftJoin(standings, eq(standings.signatureId, signatures.id))
    .where(condition)
    .orderBy(desc(signatures.id))
    .limit(limit);
}

function openOwn(keyring: Keyring, row: OwnRow): OwnSignature {
  const { campaign, title, cell, link, standing } = row;
  const { role, organisation, ...signature } = row.signature;
  const { kind, slug, state, closesOn, closedAt, textVersion, bodyName, bodyKind, showsNames } = campaign;
  const supportToken = link ? keyring.token("support", campaign.id, link.generation, link.keyId) : undefined;
  const path = campaignPath(campaign, supportToken);
  const { id: _, ...codes } = cell;
  return {
    ...signature,
    ...openPerson(keyring, signature),
    claim: openClaim(keyring, { id: signature.id, role, organisation }, standing ?? undefined),
    standing: standing ? { state: standing.state, how: standing.how, reason: standing.reason } : undefined,
    campaign: {
      ...{ groupId: campaign.groupId, kind, slug, path, title, state, closesOn, closedAt, textVersion },
      ...{ bodyName, bodyKind, showsNames },
    },
    cell: codes,
  };
}

/** The first names that may be shown on a campaign's page: in the organisers' order, then in that of the alphabet. */
export async function listPublicNames(read: Reader, campaignId: string, limit: number): Promise<string[]> {
  const { publicNames } = read.tables;
  const rows = await read
    .select({ name: publicNames.name })
    .from(publicNames)
    .where(
      and(
        eq(publicNames.campaignId, campaignId),
        eq(publicNames.isPublished, true),
        eq(publicNames.isHeld, false),
      ),
    )
    .orderBy(asc(publicNames.position), asc(publicNames.sortKey), asc(publicNames.signatureId))
    .limit(limit);
  return rows.map((row) => row.name);
}
