import { expect, onTestFinished, test } from "vitest";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { exampleReport } from "#app/domain/forwarding/example-report.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { readStories } from "#app/domain/forwarding/report-item-stories.server.ts";
import { sumStories } from "#app/domain/story/sum-stories.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { resendTransport } from "#app/emails/transport-resend.server.ts";
import { readRound } from "#app/http/preview-round.server.ts";
import { seedStories } from "#db/seed/seed-stories.server.ts";
import {
  ARBORETUM,
  COUNTY,
  councillor,
  dispatchAll,
  forwardingSite,
  mailsOf,
  petitionWith,
  rehearsing,
  runSlot,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "../domain/forwarding/scene.ts";
import { NOW } from "../factories.ts";
import { startResendServer } from "../servers/resend.ts";
import type { TestSite } from "../site.ts";

const LINE =
  "In Worcestershire, 14 families have told here what happened to them; together about 130 months without a full school place.";

/** Families of a county whose facts are counted, all of one constituency and district. */
async function families(site: TestSite, count: number, councilGss = COUNTY): Promise<void> {
  await site.db.transaction("tell facts of a test", async (tx) => {
    for (let number = 0; number < count; number++)
      await tx.insert(tx.tables.storyFacts).values({
        ...{ storyId: `${councilGss}-${number}`, councilGss, districtGss: "E07000237" },
        ...{ constituencyGss: WORCESTER, need: "asd", ageBand: "", monthsOut: "7-12", money: "", miles: "" },
        ...{ monthsWaited: "", tribunal: "", happened: "[]", joinedAt: NOW, leftAt: null },
      });
  });
  await sumStories(site, NOW);
}

const SCHOOLS = { title: "SEND investigation", bodyKind: "council", bodyGss: COUNTY } as const;

function flat(text: string): string {
  return text.replace(/\s+/g, " ");
}

test("a member and a ward councillor read one line of what families told of the council that runs schools there", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  await families(site, 14);
  const { id } = await petitionWith(
    site,
    [
      ["constituency", WORCESTER, 214],
      ["ward", ARBORETUM, 38],
    ],
    SCHOOLS,
  );
  const { messages } = await readRound(site.context(NOW), id);
  for (const { text } of messages) expect(flat(text)).toContain(LINE);
  await runSlot(site, TUESDAY);
  const mails = await mailsOf(site);
  expect(mails).toHaveLength(2);
  for (const { text, html } of mails) {
    expect(flat(text).split(LINE)).toHaveLength(2);
    expect(flat(text)).toMatch(/Read what they say: http\S+\/councils\/worcestershire\/stories /);
    expect(flat(html)).toContain(LINE);
    expect(html).toMatch(/href="[^"]+\/councils\/worcestershire\/stories"/);
  }
});

test("of fewer than ten families nothing is said, nor in a message about something else", async () => {
  for (const { count, changes } of [
    { count: 9, changes: SCHOOLS },
    { count: 14, changes: { ...SCHOOLS, title: "More buses", topic: "transport" } },
  ]) {
    const site = await forwardingSite();
    await families(site, count);
    await petitionWith(site, [["constituency", WORCESTER, 214]], changes);
    await runSlot(site, TUESDAY);
    expect((await mailsOf(site)).map(({ text }) => /families have told/.test(text))).toEqual([false]);
  }
});

test("nobody real is told of invented families", async () => {
  const site = await forwardingSite();
  await families(site, 14);
  const { id, slug } = await petitionWith(site, [["constituency", WORCESTER, 214]], SCHOOLS);
  const campaign = await findCampaign(site.db.read, "petition", slug);
  const example = campaign && (await exampleReport(site.db.read, campaign, WORCESTER));
  if (!example) throw new Error("a test has no message");
  const items = [{ ...example.item, campaignId: id, isAboutSchools: true }];
  const said = async (mode: "live" | "rehearsal") =>
    (await readStories(site.db.read, items, mode))(items)?.familyCount;
  expect([await said("live"), await said("rehearsal")]).toEqual([14, 14]);
  await site.db.transaction("seed stories", (tx) => seedStories(tx, site.keyring, NOW));
  expect([await said("live"), await said("rehearsal")]).toEqual([undefined, 14]);
});

test("a member reads of no other council, however many have told of it", async () => {
  const site = await forwardingSite();
  await families(site, 30, "E08000025");
  await petitionWith(site, [["constituency", WORCESTER, 214]], { ...SCHOOLS, bodyGss: "E08000025" });
  await runSlot(site, TUESDAY);
  expect((await mailsOf(site))[0]?.text).not.toContain("families have told");
});

test("a message whose answer was lost goes again byte for byte, whatever the sum has become", async () => {
  const site = await forwardingSite();
  const server = await startResendServer({ requestsPerSecond: 100 });
  onTestFinished(() => server.stop());
  const transport = resendTransport({ apiKey: server.apiKey, baseUrl: server.url, timeoutMs: 2000 });
  await families(site, 14);
  await petitionWith(site, [["constituency", WORCESTER, 214]], SCHOOLS);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, tenOn(TUESDAY));
  server.misbehave({ kind: "lose-answer" });
  await dispatchAll(rehearsing(site, tenOn(TUESDAY), { transport }));
  await site.db.transaction("take a sum down", async (tx) => {
    await tx.delete(tx.tables.storySumMembers);
    await tx.delete(tx.tables.storySums);
  });
  await dispatchAll(rehearsing(site, tenOn(TUESDAY) + HOUR, { transport }));
  expect(server.bodies).toHaveLength(2);
  expect(server.bodies[0]).toContain("14 families have told");
  expect(server.bodies[1]).toBe(server.bodies[0]);
});
