import { and, eq } from "drizzle-orm";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { proposeChange } from "#app/domain/campaign/propose-change.server.ts";
import { getText } from "#app/domain/campaign/replace-text.server.ts";
import { settleChange } from "#app/domain/campaign/settle-change.server.ts";
import type { TextContent } from "#app/domain/campaign/text-content.ts";
import { addOrganisation } from "#app/domain/open-letter/add-organisation.server.ts";
import {
  type SettleStandingOutcome,
  settleStanding,
} from "#app/domain/open-letter/settle-standing.server.ts";
import { SettleStandingForm } from "#app/domain/open-letter/settle-standing-form.ts";
import type { StandingRow } from "#app/domain/open-letter/standing-rows.server.ts";
import type { Site } from "#app/domain/site.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import type { Tables } from "#db/schema.ts";
import { NOW, openLetter } from "#tests/factories.ts";
import { organise, person } from "../moderation/reviewing.ts";

/** An open letter, whoever runs it and a moderator. */
export async function letterScene(site: Site) {
  const letter = await openLetter(site);
  const ownerId = await person(site);
  await organise(site, letter.id, ownerId);
  return { letter, ownerId, moderatorId: await person(site, "moderator") };
}

export type LetterScene = Awaited<ReturnType<typeof letterScene>>;

/** Puts other words in the place of a letter's, as its owner and a moderator do; its new version. */
export async function newVersion(
  site: Site,
  scene: LetterScene,
  why: string,
  now = NOW + HOUR,
): Promise<number> {
  return changeLetter(site, scene, (text) => ({ ...text, en: { ...text.en, why } }), now);
}

/** Changes anything that is written in a letter, as its owner and a moderator do; its version after that. */
export async function changeLetter(
  site: Site,
  { letter, ownerId, moderatorId }: LetterScene,
  rewrite: (text: TextContent) => TextContent,
  now = NOW + HOUR,
): Promise<number> {
  const { campaigns, proposedChanges } = site.db.tables;
  const campaignId = letter.id;
  const content = rewrite(await getText(site.db.read, campaignId));
  const version = await versionOf(site, campaignId);
  const proposal = { campaignId, accountId: ownerId, content, version, why: "It is better." };
  const proposed = await proposeChange(site, proposal, now);
  if (proposed !== "proposed") throw new Error(`proposing ended as ${proposed}`);
  const [change] = await site.db.read
    .select({ publicId: proposedChanges.publicId })
    .from(proposedChanges)
    .where(and(eq(proposedChanges.campaignId, campaignId), eq(proposedChanges.state, "waiting")));
  const settling = { publicId: change?.publicId ?? "", moderatorId, decision: "accepted", note: "" } as const;
  const settled = await settleChange(site, settling, now);
  if (settled !== "settled") throw new Error(`settling ended as ${settled}`);
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, campaignId));
  return row?.textVersion ?? 0;
}

/** The present version of a letter. */
export async function versionOf(site: Site, campaignId: string): Promise<number> {
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, campaignId));
  return row?.textVersion ?? 0;
}

/** The standing of a signature. */
export async function standingOf(site: Site, id: string): Promise<StandingRow | undefined> {
  const { standings } = site.db.tables;
  const [row] = await site.db.read.select().from(standings).where(eq(standings.signatureId, id));
  return row;
}

/** What stands beside a name, as it would be shown. */
export async function shownOf(
  site: Site,
  id: string,
): Promise<Tables["publicNames"]["$inferSelect"] | undefined> {
  const { publicNames } = site.db.tables;
  const [row] = await site.db.read.select().from(publicNames).where(eq(publicNames.signatureId, id));
  return row;
}

/** A moderator's answer to what a signature claims. */
export async function settle(
  site: Site,
  moderatorId: string,
  id: string,
  form: Record<string, string> = {},
  now = NOW + HOUR,
): Promise<SettleStandingOutcome> {
  const standing = await standingOf(site, id);
  const settling = {
    publicId: standing?.publicId ?? "",
    form: SettleStandingForm.parse({
      decision: "vouch",
      words: "Their page https://example.org/people names them.",
      ...form,
    }),
    moderatorId,
  };
  return settleStanding(site, settling, now);
}

/** Lets a domain vouch for an organisation. */
export async function ownDomain(
  site: Site,
  { name, domain }: { name: string; domain: string },
  now = NOW,
): Promise<void> {
  const moderatorId = await person(site, "moderator");
  await site.db.transaction("own domain", (tx) =>
    addOrganisation(tx, { name, domain, words: "", moderatorId }, now),
  );
}

/** Shows all names that wait for the next publication. */
export async function publish(site: Site, { id }: { id: string }): Promise<void> {
  await publishTallies(site, id, NOW + HOUR);
}
