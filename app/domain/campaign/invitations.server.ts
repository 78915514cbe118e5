import { and, eq, gt, isNull } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { invitedPlace } from "../crew/crew.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { GONE_STATES, isIn } from "./campaign.ts";

/** What an invitation is to: what its page and its mail say. */
export interface Invitation {
  id: string;
  title: string;
  kind: CampaignKind;
  organiserName: string;
  expiresAt: number;
  address: string;
}

/** The invitation of a mailed link; undefined once it is answered, withdrawn or over, or the campaign is gone. */
export async function findInvitation(
  read: Reader,
  keyring: Keyring,
  token: string,
  now: number,
): Promise<Invitation | undefined> {
  const id = await findLinkedRow(read, token, ["invitation"]);
  return id === undefined ? undefined : findOpenInvitation(read, keyring, id, now);
}

/** The same by its row, for its mail. */
export async function findOpenInvitation(
  read: Reader,
  keyring: Keyring,
  id: string,
  now: number,
): Promise<Invitation | undefined> {
  const { invitations, campaigns, campaignTexts } = read.tables;
  const [row] = await read
    .select({
      email: invitations.email,
      expiresAt: invitations.expiresAt,
      title: campaignTexts.title,
      kind: campaigns.kind,
      organiserName: campaigns.organiserName,
      state: campaigns.state,
    })
    .from(invitations)
    .innerJoin(campaigns, eq(campaigns.id, invitations.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), gt(invitations.expiresAt, now)));
  if (!row || isIn(GONE_STATES, row.state)) return undefined;
  const { title, kind, organiserName, expiresAt, email } = row;
  return {
    id,
    title,
    kind,
    organiserName,
    expiresAt,
    address: keyring.open(invitedPlace("campaign", id), email),
  };
}
