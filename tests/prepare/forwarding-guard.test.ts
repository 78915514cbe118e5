import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { guardForwarding } from "#app/prepare/forwarding-guard.server.ts";
import { seedStories } from "#db/seed/seed-stories.server.ts";
import { NOW, openPetition } from "../factories.ts";
import { testSite } from "../site.ts";

test("live forwarding is refused while a demonstration campaign is in the database, whatever its state", async () => {
  const site = await testSite();
  await openPetition(site);
  const { campaigns } = site.db.tables;
  const mark = (isDemonstration: boolean) =>
    site.db.transaction("mark", async (tx) => {
      await tx
        .update(campaigns)
        .set({ isDemonstration, state: "archived" })
        .where(eq(campaigns.state, "open"));
      await tx.update(campaigns).set({ isDemonstration }).where(eq(campaigns.state, "archived"));
    });
  await mark(false);
  await guardForwarding(site.db, "live");
  await mark(true);
  await guardForwarding(site.db, "off");
  await guardForwarding(site.db, "rehearsal");
  await expect(guardForwarding(site.db, "live")).rejects.toThrow(
    "Set FORWARDING=off or FORWARDING=rehearsal",
  );
});

test("live forwarding is refused while invented families' stories are in the database", async () => {
  const site = await testSite();
  await site.db.transaction("seed stories", (tx) => seedStories(tx, site.keyring, NOW));
  await expect(guardForwarding(site.db, "live")).rejects.toThrow("this database holds demonstration stories");
});
