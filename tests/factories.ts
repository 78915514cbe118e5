import { and, desc, eq } from "drizzle-orm";
import { confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { hashTyped } from "#app/domain/signature/person.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { addDays, londonDay } from "#app/domain/time/london.ts";
import type { Tables } from "#db/schema.ts";
import { type CampaignDraft, type CampaignText, insertCampaign } from "#db/seed/insert-campaign.server.ts";

type Campaign = Tables["campaigns"]["$inferSelect"];

/** A Wednesday noon in London: the moment of a test that does not care. */
export const NOW = Date.parse("2026-11-25T12:00:00Z");

/** A petition to Worcestershire County Council that can be signed for three more months, unless told otherwise. */
export async function openPetition(
  site: Pick<Site, "db">,
  changes: Partial<CampaignDraft> & Partial<CampaignText> = {},
  now: number = NOW,
): Promise<Campaign> {
  const count = nextNumber();
  const { title, why, more, ...others } = changes;
  const text = { title: title ?? `Petition ${count}`, why: why ?? "It matters to us.", more: more ?? "" };
  return site.db.transaction("open petition", (tx) =>
    insertCampaign(tx, {
      slug: `petition-${count}`,
      state: "open",
      bodyKind: "council",
      bodyName: "Worcestershire County Council",
      bodyGss: "E10000034",
      organiserName: "Wren Applegarth",
      askClause: "to answer every family in time",
      goal: 100,
      showsNames: true,
      isDemonstration: false,
      createdAt: now - 2 * DAY,
      openedAt: now - DAY,
      closesOn: addDays(londonDay(now), 90),
      closedAt: null,
      texts: { en: text },
      asks: ["Answer every family in time"],
      ...others,
    }),
  );
}

/** An open letter to the same council, as open as `openPetition`'s. */
export async function openLetter(
  site: Pick<Site, "db">,
  changes: Partial<CampaignDraft> & Partial<CampaignText> = {},
  now: number = NOW,
): Promise<Campaign> {
  const { title = `Letter ${nextNumber()}`, why = "We write as parents.", more = "", ...others } = changes;
  const en = {
    ...{ title, why, more, place: "Worcester", datedOn: "2026-11-20" },
    ...{ salutation: "Dear Director", close: "Yours faithfully" },
  };
  return openPetition(
    site,
    { slug: `letter-${nextNumber()}`, ...others, kind: "letter", texts: { en } },
    now,
  );
}

/** What a test says of somebody who signs; ticks are claims, everything else is as typed. */
export interface Signer {
  name?: string;
  email?: string;
  postcode?: string;
  country?: string;
  constituency?: string;
  council?: string;
  ward?: string;
  showName?: boolean;
  updates?: boolean;
  handIn?: boolean;
  connection?: "" | "live" | "work" | "study";
  role?: string;
  organisation?: string;
  onBehalf?: boolean;
  authority?: string;
  contact?: boolean;
  contactGroup?: string;
  clientAddress?: string;
}

/** A signature taken down, and the tokens of its links. */
export interface Signed {
  id: string;
  form: SignForm;
  confirmToken: string;
  notMeToken: string;
  manageToken: string;
}

/** Signs as the form does: from a new person at a new client address, unless told otherwise. */
export async function signPetition(
  site: Site,
  campaign: Pick<Campaign, "id">,
  signer: Signer = {},
  now: number = NOW,
): Promise<Signed> {
  const count = nextNumber();
  const { clientAddress = `10.${count >> 16}.${(count >> 8) & 255}.${count & 255}`, ...typed } = signer;
  const form = SignForm.parse({
    name: `Signer ${count}`,
    email: `signer-${count}@example.org`,
    postcode: "WR5 2NP",
    ...typed,
    ...ticks(signer),
  });
  const outcome = await recordSignature(site, { campaignId: campaign.id, form, clientAddress }, now);
  if (outcome !== "recorded") throw new Error(`signing ended as ${outcome}`);
  const { signatures } = site.db.tables;
  const [row] = await site.db.read
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      and(eq(signatures.campaignId, campaign.id), eq(signatures.typedHash, hashTyped(site.keyring, form))),
    )
    .orderBy(desc(signatures.id))
    .limit(1);
  if (!row) throw new Error("nothing was recorded");
  return { id: row.id, form, ...tokensOf(site, row.id) };
}

/** The tokens of a signature's links, as its mails carry them. */
export function tokensOf(
  site: Site,
  id: string,
): Pick<Signed, "confirmToken" | "notMeToken" | "manageToken"> {
  return {
    confirmToken: site.keyring.token("confirm", id, 1),
    notMeToken: site.keyring.token("not_me", id, 1),
    manageToken: site.keyring.token("signature", id, 1),
  };
}

/** Signs and confirms, a minute later. @throws when it is not counted. */
export async function confirmedSignature(
  site: Site,
  campaign: Pick<Campaign, "id">,
  signer: Signer = {},
  now: number = NOW,
): Promise<Signed> {
  const signed = await signPetition(site, campaign, signer, now);
  const choice = { constituency: "", council: "", ward: "" };
  const outcome = await confirmSignature(site, { token: signed.confirmToken, choice }, now + 60_000);
  if (outcome !== "confirmed") throw new Error(`confirming ended as ${outcome}`);
  return signed;
}

function ticks(
  signer: Signer,
): Record<"showName" | "updates" | "handIn" | "onBehalf" | "contact", string | undefined> {
  const on = (claim: boolean | undefined) => (claim ? "on" : undefined);
  return {
    showName: on(signer.showName),
    updates: on(signer.updates),
    handIn: on(signer.handIn),
    onBehalf: on(signer.onBehalf),
    contact: on(signer.contact),
  };
}

let numbersGiven = 0;

function nextNumber(): number {
  numbersGiven += 1;
  return numbersGiven;
}
