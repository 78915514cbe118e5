import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { countTrends } from "#app/domain/campaign/count-trends.server.ts";
import { indexCampaign } from "#app/domain/campaign/index-campaign.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { addDays, londonDay } from "#app/domain/time/london.ts";
import type { Database } from "#db/database.ts";
import { randomFrom } from "#db/seed/random.ts";
import type { AskOutcome, CampaignState } from "#db/tables/campaign.ts";

/** Campaigns written by one unit. */
const CHUNK = 50;
const STATES: readonly CampaignState[] = [
  ...Array<CampaignState>(60).fill("open"),
  ...Array<CampaignState>(1).fill("paused"),
  ...Array<CampaignState>(25).fill("closed"),
  ...Array<CampaignState>(5).fill("archived"),
  ...Array<CampaignState>(9).fill("rejected"),
];
const SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi wo zu har ben dol mir tas".split(" ");
const KNOWN = ["school", "transport", "council", "children", "bridge", "library", "families", "support"];

/** Fills a database with so many petitions to councils all over the country, each signed a little. */
export async function fillWithCampaigns(db: Database, count: number, now: number): Promise<void> {
  const random = randomFrom(count);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() ** 2 * list.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  };
  const words = [...KNOWN, ...Array.from({ length: 8000 }, (_, index) => inventWord(index))];
  const text = (length: number) => Array.from({ length }, () => pick(words)).join(" ");
  const { areas, cells } = db.tables;
  const councils = await db.read
    .select({ gssCode: areas.gssCode })
    .from(areas)
    .where(eq(areas.level, "council"));
  const places = await db.read.select({ id: cells.id }).from(cells).limit(1000);
  for (let start = 1; start <= count; start += CHUNK)
    await db.transaction("fill with campaigns", async (tx) => {
      const { campaigns, campaignTexts, asks, tallies, countEvents } = tx.tables;
      for (let number = start; number < start + CHUNK && number <= count; number += 1) {
        const id = v7();
        const state = pick(STATES.toSorted(() => random() - 0.5));
        const openedAt = now - Math.floor(random() * 700) * DAY - number;
        await tx.insert(campaigns).values({
          ...{ id, number, state, kind: "petition", slug: `petition-${number}`, bodyKind: "council" },
          bodyName: "A council",
          bodyGss: councils[Math.floor(random() * councils.length)]?.gssCode ?? "",
          organiserName: "Wren Applegarth",
          askClause: "to act",
          ...{ goal: 100, showsNames: true, isDemonstration: false, language: "en" },
          createdAt: openedAt,
          openedAt: state === "rejected" ? null : openedAt,
          closesOn: addDays(londonDay(now), Math.floor(random() * 300)),
          closedAt: null,
        });
        await tx
          .insert(campaignTexts)
          .values({ campaignId: id, variant: "en", title: text(7), why: text(70), more: text(120) });
        const outcome: AskOutcome = number % 40 === 0 ? "promised" : "open";
        await tx.insert(asks).values(
          [1, 2, 3].map((position) => ({
            campaignId: id,
            position,
            text: text(8),
            outcome,
            outcomeOn: "",
          })),
        );
        const cell = () => pick(places).id;
        const events = Array.from({ length: 20 }, (_, index) => ({
          ...{ campaignId: id, cellId: cell(), delta: 1, reason: "confirmed" as const },
          hour: now - (now % HOUR) - index * 19 * HOUR,
        }));
        await tx.insert(countEvents).values(events);
        const counts = new Map<number, number>();
        for (const { cellId } of events) counts.set(cellId, (counts.get(cellId) ?? 0) + 1);
        await tx
          .insert(tallies)
          .values([...counts].map(([cellId, n]) => ({ campaignId: id, cellId, shard: 0, count: n })));
        await indexCampaign(tx, id);
      }
    });
  await countTrends({ db }, now);
}

/** A word that nobody uses; the higher its number, the rarer it is. */
export function inventWord(index: number): string {
  let word = "";
  for (let rest = index + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? "";
  return word;
}
