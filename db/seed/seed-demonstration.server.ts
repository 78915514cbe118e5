import { eq } from "drizzle-orm";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { indexCampaign } from "#app/domain/campaign/index-campaign.server.ts";
import type { Site } from "#app/domain/site.ts";
import { sumStories } from "#app/domain/story/sum-stories.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { addDays, endOfLondonDay, londonDay, londonInstant } from "#app/domain/time/london.ts";
import type { Tables } from "../schema.ts";
import { seedAnswers } from "./answers.server.ts";
import { bulkSign } from "./bulk-sign.server.ts";
import { seedCouncillors } from "./councillors.server.ts";
import { seedGroup } from "./demonstration-group.server.ts";
import type { DemonstrationPetition } from "./demonstration-petition.ts";
import { insertCampaign } from "./insert-campaign.server.ts";
import { inventSignings } from "./people.ts";
import { CARDIFF } from "./petitions/cardiff.ts";
import { DERBYSHIRE } from "./petitions/derbyshire.ts";
import { ENGLAND } from "./petitions/england.ts";
import { LEWISHAM } from "./petitions/lewisham.ts";
import { WORCESTERSHIRE } from "./petitions/worcestershire.ts";
import { randomFrom } from "./random.ts";
import { seedDirector } from "./seed-director.server.ts";
import { seedLetter } from "./seed-letter.server.ts";
import { type Seeded, seedPeople } from "./seed-people.server.ts";
import { seedStandings } from "./seed-standings.server.ts";
import { seedStories } from "./seed-stories.server.ts";
import { seedUpdates } from "./seed-updates.server.ts";
import { UNPUBLISHED } from "./unpublished.ts";
import { wipeDemonstration } from "./wipe-demonstration.server.ts";

/** The petitions of the demonstration, in the order of their numbers. */
export const DEMONSTRATION: readonly DemonstrationPetition[] = [
  WORCESTERSHIRE,
  DERBYSHIRE,
  ENGLAND,
  LEWISHAM,
  CARDIFF,
];

/** Written last, so that a demonstration that was cut short is known and made again. */
const SEEDED = "demonstration";

type Campaign = Tables["campaigns"]["$inferSelect"];

/**
 * Fills a database that holds no campaign with the demonstration: petitions in real places, invented people, their
 * signatures counted and published, invented councillors. No mail is queued. Nothing of it can be seen before all
 * of it is there; what an earlier call left unfinished is wiped and made anew. One process at a time.
 *
 * @returns whether it was made by this call; false where it, or any other campaign, is there already.
 */
export async function seedDemonstration(site: Site, now: number): Promise<boolean> {
  if (!(await isWanted(site))) return false;
  await wipeDemonstration(site.db);
  await seedCouncillors(site, await listNameKeys(site), now);
  const takenNames = await listNameKeys(site);
  const seeded: { campaign: Campaign; petition: DemonstrationPetition }[] = [];
  for (const [index, petition] of DEMONSTRATION.entries()) {
    const { openedAt, closedAt, closesOn } = datesOf(petition, now);
    const campaign = await site.db.transaction("seed a petition", (tx) =>
      insertCampaign(tx, {
        ...writtenPart(petition),
        state: "draft",
        showsNames: true,
        isDemonstration: true,
        createdAt: openedAt - 9 * DAY,
        openedAt,
        closesOn,
        closedAt,
      }),
    );
    const crowd = {
      spread: petition.spread,
      openedAt,
      until: closedAt ?? now,
      bodyGss: petition.bodyGss,
      takenNames,
    };
    await bulkSign(site, campaign, inventSignings(randomFrom(1903 + index), crowd, site.places));
    seeded.push({ campaign, petition });
  }
  const unpublished = await seedUnpublished(site, takenNames, now);
  const letter = await seedLetter(site, takenNames, now);
  await site.db.transaction("open the demonstration", async (tx) => {
    const { campaigns } = tx.tables;
    for (const campaign of [...seeded.map((one) => one.campaign), letter]) {
      await tx
        .update(campaigns)
        .set({ state: campaign.closedAt === null ? "open" : "closed" })
        .where(eq(campaigns.id, campaign.id));
      await indexCampaign(tx, campaign.id);
    }
  });
  // Numbers of places are published of what is public alone; a start that is cut off before this is remembered begins again.
  for (const { campaign } of seeded) await publishTallies(site, campaign.id, now);
  await publishTallies(site, letter.id, now);
  await site.db.transaction("remember the demonstration", async (tx) => {
    const { facts } = tx.tables;
    const opened = seeded.map(({ campaign }) => ({ campaignId: campaign.id }));
    const people = await seedPeople(tx, site, [...opened, ...unpublished, { campaignId: letter.id }], now);
    await seedStandings(tx, site, { campaignId: letter.id, ...people }, now);
    await seedDirector(tx, { campaignId: letter.id, ...people }, now);
    await seedGroup(tx, site, now);
    await seedStories(tx, site.keyring, now);
    const [largest] = opened;
    if (largest) await seedAnswers(tx, largest.campaignId, now);
    if (largest) await seedUpdates(tx, { campaignId: largest.campaignId, ...people }, now);
    const value = londonDay(now);
    await tx
      .insert(facts)
      .values({ name: SEEDED, value })
      .onConflictDoUpdate({ target: facts.name, set: { value } });
  });
  // Cut off before this, it is done by the daily work.
  await sumStories(site, now);
  return true;
}

/** Petitions that are not public, as drafts with their supporters; `seedPeople` takes them to where they are. */
async function seedUnpublished(site: Site, takenNames: Set<string>, now: number): Promise<Seeded[]> {
  const seeded: Seeded[] = [];
  for (const [index, petition] of UNPUBLISHED.entries()) {
    const { state: _state, reason: _reason, note: _note, spread, ...written } = petition;
    const startedAt = now - 6 * DAY;
    const campaign = await site.db.transaction("seed a petition", (tx) =>
      insertCampaign(tx, {
        ...written,
        state: "draft",
        showsNames: true,
        isDemonstration: true,
        createdAt: startedAt,
        openedAt: null,
        closesOn: addDays(londonDay(now), 90),
        closedAt: null,
      }),
    );
    const crowd = {
      ...{ spread, takenNames, openedAt: startedAt, until: now - 2 * DAY, bodyGss: written.bodyGss },
    };
    await bulkSign(site, campaign, inventSignings(randomFrom(2011 + index), crowd, site.places));
    seeded.push({ campaignId: campaign.id, unpublished: petition });
  }
  return seeded;
}

async function isWanted(site: Site): Promise<boolean> {
  const { campaigns, facts } = site.db.tables;
  const [seeded] = await site.db.read.select().from(facts).where(eq(facts.name, SEEDED));
  if (seeded) return false;
  const [real] = await site.db.read
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.isDemonstration, false))
    .limit(1);
  return real === undefined;
}

function datesOf(
  { openedDaysAgo, closesInDays }: DemonstrationPetition,
  now: number,
): { openedAt: number; closedAt: number | null; closesOn: string } {
  const today = londonDay(now);
  const closesOn = addDays(today, closesInDays);
  return {
    openedAt: londonInstant(addDays(today, -openedDaysAgo), "09:30"),
    closedAt: closesInDays < 0 ? endOfLondonDay(closesOn) : null,
    closesOn,
  };
}

function writtenPart(petition: DemonstrationPetition) {
  const { openedDaysAgo: _opened, closesInDays: _closes, spread: _spread, ...written } = petition;
  return written;
}

async function listNameKeys(site: Site): Promise<Set<string>> {
  const { representatives } = site.db.tables;
  const rows = await site.db.read.selectDistinct({ nameKey: representatives.nameKey }).from(representatives);
  return new Set(rows.map((row) => row.nameKey));
}
