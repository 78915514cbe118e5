import { and, eq } from "drizzle-orm";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { addDays, londonDay } from "#app/domain/time/london.ts";
import type { Tx } from "../database.ts";
import { insertGroup } from "./insert-group.server.ts";
import { DEMONSTRATION_PEOPLE } from "./seed-people.server.ts";

const ABOUT = `We are parents and carers of children and young people with special educational needs and disabilities in Worcestershire. We meet on the first Thursday of the month, help each other with forms and meetings, and speak up where a family alone is not heard.

- **We listen.** Every family that writes to us gets an answer from another family.
- **We count.** We ask our members twice a year how long they have waited.
- **We ask.** We write to the council about what keeps coming back.

This group is invented. It stands here to show how a group’s page looks.`;

/**
 * Gives the demonstration its group: verified, run by the demonstration's organiser, with the open
 * letters of the demonstration under its name. For the last unit of the seeding.
 */
export async function seedGroup(tx: Tx, site: Pick<Site, "keyring">, now: number): Promise<void> {
  const { groupMembers, campaigns } = tx.tables;
  const group = await insertGroup(tx, {
    slug: "severn-valley-send-families",
    name: "Severn Valley SEND Families",
    about: ABOUT,
    gssCode: "E10000034",
    declaredCount: 800,
    declaredOf: "families",
    declaredOn: addDays(londonDay(now), -240),
    verifiedAt: now - 90 * DAY,
    verifiedWords:
      "Demonstration: nothing was looked up. It would say, for example, “registered charity number looked up; wrote back from its own domain”.",
    isDemonstration: true,
    createdAt: now - 240 * DAY,
  });
  const accountId = await ensureAccount(tx, site, DEMONSTRATION_PEOPLE.organiser, now);
  await tx
    .insert(groupMembers)
    .values({ groupId: group.id, accountId, role: "owner", addedAt: now - 240 * DAY });
  await tx
    .update(campaigns)
    .set({ groupId: group.id })
    .where(and(eq(campaigns.kind, "letter"), eq(campaigns.isDemonstration, true)));
}
