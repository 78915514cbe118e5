import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { makeLinks } from "#app/domain/privacy/links.server.ts";
import { hashAddress } from "#app/domain/representative/term-rows.server.ts";
import type { Tables } from "#db/schema.ts";
import { NOW } from "#tests/factories.ts";
import type { TestSite } from "#tests/site.ts";
import { councillor } from "./scene.ts";

export type Delivery = Tables["deliveries"]["$inferSelect"];

/** A message to a councillor as it stands in the database, and whom it went to. */
export type Told = Delivery & { representativeId: string; publicId: string; replyToken: string };

/** A message that was sent for real to somebody at `email`, with its links, telling of `campaigns`. */
export async function deliveryTo(
  site: TestSite,
  changes: Partial<Delivery> & { isInvented?: boolean; email?: string; campaigns?: readonly string[] } = {},
): Promise<Told> {
  const { isInvented = false, email = `${v7()}@councillors.example`, campaigns = [], ...row } = changes;
  const addressHash = hashAddress(site.keyring, email);
  const { termId, ...person } = await councillor(site, { isInvented, email, addressHash });
  const { deliveries, deliveryItems } = site.db.tables;
  return site.db.transaction("insert delivery", async (tx) => {
    const [delivery] = await tx
      .insert(deliveries)
      .values({
        ...{ id: v7(), addressHash, slotOn: "2026-11-24", termId, mode: "live" },
        ...{ state: "sent", reason: "", attemptCount: 1, dueAt: NOW, providerId: "" },
        ...{ plannedAt: NOW, sendingAt: NOW, leasedUntil: NOW, settledAt: null },
        ...row,
      })
      .returning();
    if (!delivery) throw new Error("no delivery");
    await makeLinks(tx, site.keyring, delivery.id, ["pause", "answer", "reply"]);
    for (const campaignId of campaigns)
      await tx.insert(deliveryItems).values({
        ...{ campaignId, representativeId: person.representativeId, slotOn: delivery.slotOn },
        ...{ deliveryId: delivery.id, gssCode: "E05015849", tally: 38, previousTally: null },
        ...{ previousOn: "", step: 25, isClosing: false },
      });
    return { ...delivery, ...person, replyToken: site.keyring.token("reply", delivery.id, 1) };
  });
}

/** How a message stands now. */
export async function rowOf(site: TestSite, id: string): Promise<Delivery | undefined> {
  const { deliveries } = site.db.tables;
  const [row] = await site.db.read.select().from(deliveries).where(eq(deliveries.id, id));
  return row;
}

/** What is known of the address of a seat now. */
export async function addressStateOf(site: TestSite, termId: string) {
  const { terms } = site.db.tables;
  const [row] = await site.db.read.select().from(terms).where(eq(terms.id, termId));
  return row?.addressState;
}
