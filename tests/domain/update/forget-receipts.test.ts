import { expect, test } from "vitest";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { forgetDraftUpdates, forgetReceipts } from "#app/domain/update/forget-receipts.server.ts";
import { findOrganisedUpdate } from "#app/domain/update/organised-updates.server.ts";
import { settleReceipt } from "#app/domain/update/settle-receipt.server.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { draftUpdate, mailAll, publishedUpdate, receiptsOf, waitingUpdate } from "./scene.ts";

const LATER = NOW + HOUR;

test("receipts go ninety days after the last mail; how many got it stays, and nothing is mailed again", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  for (let count = 0; count < 3; count += 1) await confirmedSignature(site, petition, { updates: true });
  const { publicId } = await publishedUpdate(site, petition, {}, LATER);
  await mailAll(site.context(LATER));
  const [first] = await receiptsOf(site);
  const bounced = { kind: "bounced", isPermanent: false, reason: "" } as const;
  await site.db.transaction("report", (tx) => settleReceipt(tx, first?.id ?? "", bounced, LATER));
  expect(await forgetReceipts(site, LATER + 89 * DAY)).toBe(0);
  expect(await forgetReceipts(site, LATER + 90 * DAY)).toBe(3);
  expect(await forgetReceipts(site, LATER + 90 * DAY)).toBe(0);
  const asked = { campaignId: petition.id, publicId };
  expect(await findOrganisedUpdate(site.db.read, site.keyring, asked)).toMatchObject({
    mailing: "done",
    counts: { reached: 2 },
  });
  await mailAll(site.context(LATER + 91 * DAY));
  expect(await receiptsOf(site)).toEqual([]);
});

test("a draft that nobody touches for a month is forgotten, what was handed in is not", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await draftUpdate(site, petition);
  await waitingUpdate(site, petition);
  expect(await forgetDraftUpdates(site, NOW + 29 * DAY)).toBe(0);
  expect(await forgetDraftUpdates(site, NOW + 30 * DAY)).toBe(1);
});
