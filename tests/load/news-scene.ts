import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { sealPerson } from "#app/domain/signature/person.server.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { insertRows } from "#db/insert-rows.ts";
import type { Tables } from "#db/schema.ts";
import { confirmedSignature, NOW, openPetition } from "../factories.ts";

const CHUNK = 500;

/** A petition that so many people have signed, confirmed and asked for news of, written straight into the tables. */
export async function petitionWithReaders(
  site: Site,
  count: number,
): Promise<Tables["campaigns"]["$inferSelect"]> {
  const petition = await openPetition(site);
  const { signatures } = site.db.tables;
  const { id } = await confirmedSignature(site, petition, { updates: true });
  const [model] = await site.db.read.select().from(signatures).where(eq(signatures.id, id));
  if (!model) throw new Error("nobody has signed");
  for (let from = 1; from < count; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - from) }, (_, index) => {
      const number = from + index;
      const rowId = v7({ msecs: NOW - DAY + number });
      const person = { name: `Reader ${number}`, email: `reader-${number}@example.org`, postcode: "WR52NP" };
      return {
        ...{ ...model, id: rowId, ...sealPerson(site.keyring, rowId, person) },
        ...{ typedHash: rowId, addressHash: rowId, nameHash: rowId },
      };
    });
    await site.db.transaction("sign in bulk", async (tx) => {
      await insertRows(tx, tx.tables.signatures, rows);
    });
  }
  return petition;
}

/** An update of it that is in public and whose mailing is due. */
export async function dueUpdate(site: Site, campaign: { id: string }, now = NOW): Promise<string> {
  const id = v7({ msecs: now });
  await site.db.transaction("publish an update", (tx) =>
    tx.insert(tx.tables.updates).values({
      ...{ id, publicId: id.slice(-10), campaignId: campaign.id, title: "We met the director", body: BODY },
      ...{ state: "published", reason: "", note: "", accountId: "", createdAt: now, publishedAt: now },
      ...{ settledBy: "", mailing: "due", mailAt: now, plannedUpTo: "", recipientCount: 0, mailedAt: null },
    }),
  );
  return id;
}

const BODY = `We met the director of children’s services **on Tuesday**, with eleven families.

${"She listened for an hour. She said that the council is sorry, and that no family should have to wait for more than a year to be heard. ".repeat(4)}

- 214 families will be written to this month
- a meeting in January

The minutes are [on the council’s site](https://www.worcestershire.gov.uk/minutes).`;
