import { expect, test } from "vitest";
import { previewRound as previewReports } from "#app/domain/forwarding/preview-round.server.ts";
import { sendPreview } from "#app/domain/forwarding/send-preview.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { addDays } from "#app/domain/time/london.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { previewRound, roundMessages } from "#app/jobs/preview-round.server.ts";
import { visitor } from "#tests/routes/admin-scene.ts";
import { runs } from "#tests/routes/organise-scene.ts";
import {
  ARBORETUM,
  councillor,
  deliveriesOf,
  forwardingSite,
  itemsOf,
  mailsOf,
  petitionWith,
  rehearsing,
  runSlot,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "./scene.ts";

const MONDAY = tenOn(addDays(TUESDAY, -1));

test("the preview says word for word what is then sent, and leaves nothing behind", async () => {
  const site = await forwardingSite();
  const email = "ward@councillors.example";
  await councillor(site, { email });
  await councillor(site, { gssCode: "E05015850", name: "Sam Example" });
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
  ]);
  // Another one, which the same councillor hears of in the same message.
  await petitionWith(site, [["ward", ARBORETUM, 90]]);
  // And one that nobody of the first hears of.
  await petitionWith(site, [["ward", "E05015850", 9]]);
  const context = rehearsing(site, MONDAY);
  const round = await previewRound(context, { campaignId: petition.id, limit: 20 }, MONDAY);
  expect([round.slotOn, round.count]).toEqual([TUESDAY, 2]);
  const previewed = roundMessages(round);
  expect(await deliveriesOf(site)).toEqual([]);
  expect(await itemsOf(site, petition.id)).toEqual([]);
  await runSlot(site, TUESDAY);
  const told = (await mailsOf(site)).filter(({ text }) => text.includes(petition.slug));
  const words = (text: string) => text.replace(/(?:pause|answer)\/\S+/g, "");
  expect(told.map(({ subject, text }) => [subject, words(text)]).sort()).toEqual(
    previewed.map(({ subject, text }) => [subject, words(text)]).sort(),
  );
});

test("a preview tells nobody's address", async () => {
  const site = await forwardingSite();
  await councillor(site, { email: "ward@councillors.example" });
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  const wanted = { campaignId: petition.id, forwarding: "off", limit: 20 } as const;
  const round = await previewReports(site, wanted, MONDAY);
  expect(round.count).toBe(1);
  expect(Object.keys(round.reports[0]?.to ?? {}).sort()).toEqual(["isInvented", "publicId"]);
});

test("an organiser has three copies a day of the first message, at their own address, marked as a copy", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  const owner = await visitor(site);
  const stranger = await visitor(site);
  await runs(site, petition.id, owner, "owner");
  const who = { campaignId: petition.id, accountId: owner.accountId };
  expect(await sendPreview(site, { ...who, accountId: stranger.accountId }, MONDAY)).toBe("not_organiser");
  const outcomes = [];
  for (let time = 0; time < 4; time += 1) outcomes.push(await sendPreview(site, who, MONDAY));
  expect(outcomes).toEqual(["sent", "sent", "sent", "too_many"]);
  expect(await sendPreview(site, who, MONDAY + DAY)).toBe("sent");
  while ((await sendQueuedMail(rehearsing(site, MONDAY))) > 0);
  const copies = (await mailsOf(site)).filter(({ subject }) => subject.startsWith("Copy: "));
  expect(copies).toHaveLength(3);
  for (const { to, text } of copies) {
    expect(to).toMatch(/^nobody-.*@example\.org$/);
    expect(text).toContain("This is a copy for you");
    expect(text).not.toContain("/pause/");
  }
  expect(await deliveriesOf(site)).toEqual([]);
});
