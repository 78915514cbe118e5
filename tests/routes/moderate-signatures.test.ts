import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { listPublicNames } from "#app/domain/signature/queries.server.ts";
import { settleSuspects } from "#app/domain/signature/settle-suspects.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organise, person } from "../domain/moderation/reviewing.ts";
import { mails, rowsOf } from "../domain/signature/signing.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";

test("a moderator sees counts and times, opens a sample, takes a batch out and puts it back", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  for (let i = 0; i < 20; i += 1)
    await confirmedSignature(site, petition, {
      name: `Quill Person ${i}`,
      email: `quill-${i}@throwaway.example`,
      clientAddress: `192.0.2.${i}`,
    });
  const front = await serveSite(site, NOW + HOUR);
  const ada = await visitor(site, "moderator");
  const page = `/moderate/campaigns/${petition.number}/signatures`;
  const overview = await see(front, page, ada);
  const link = /href="([^"]*\?network=[^"]+)"/.exec(overview.text)?.[1] ?? "";
  const group = await see(front, link, ada);
  for (const { text } of [overview, group]) expect(text).not.toContain("Quill");
  expect(group.text).toContain("throwaway.example");
  const network = new URL(link, "http://x").searchParams.get("network") ?? "";
  const sample = await send(front, link, ada, { intent: "sample", network });
  expect(sample.status).toBe(200);
  expect(sample.text.match(/quill-\d+@throwaway\.example/g)).toHaveLength(20);
  expect((await send(front, link, ada, { intent: "invalidate", network })).status).toBe(422);
  const out = { intent: "invalidate", network, reason: "same_network" };
  expect((await send(front, link, ada, out)).status).toBe(303);
  expect(await countSignatures(site.db.read, petition.id)).toBe(0);
  expect((await send(front, link, ada, out)).status).toBe(409);
  const after = await see(front, page, ada);
  const batch = /name="batch" value="([^"]+)"/.exec(after.text)?.[1] ?? "";
  expect((await send(front, page, ada, { intent: "restore", batch })).status).toBe(303);
  expect((await send(front, page, ada, { intent: "restore", batch })).status).toBe(409);
  expect((await send(front, page, ada, { intent: "restore", batch: "none" })).status).toBe(404);
  expect(await countSignatures(site.db.read, petition.id)).toBe(20);
});

test("whoever was taken out reads so on their page, and whom to write to; there is nothing to withdraw", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { manageToken, id } = await confirmedSignature(site, petition);
  await site.db.transaction("take out", async (tx) => {
    const { signatures } = tx.tables;
    await tx.update(signatures).set({ state: "invalidated" }).where(eq(signatures.id, id));
  });
  const front = await serveSite(site, NOW + HOUR);
  const page = await front.ask(`/signature/${manageToken}`);
  expect(page.text).toContain("A moderator has taken it out of the count");
  expect(page.text).toContain(site.settings.operatorContact);
  expect(page.text).not.toContain('value="withdraw"');
});

test("nobody but moderators comes to signatures and names, and none to those of their own petition", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const front = await serveSite(site, NOW + HOUR);
  const own = await visitor(site, "moderator");
  await organise(site, petition.id, own.accountId);
  const nobody = await visitor(site);
  const page = `/moderate/campaigns/${petition.number}/signatures`;
  for (const path of ["/moderate/signatures", "/moderate/names", page]) {
    expect((await front.ask(path)).status, path).toBe(303);
    expect((await see(front, path, nobody)).status, path).toBe(403);
    expect((await send(front, path, nobody, { act: "purge" })).status, path).toBe(403);
  }
  expect((await see(front, page, own)).status).toBe(403);
  expect((await send(front, page, own, { intent: "restore", batch: "x" })).status).toBe(403);
  const settle = { number: String(petition.number), heldReason: "address_limit", act: "purge" };
  expect((await send(front, "/moderate/signatures", own, settle)).status).toBe(403);
});

test("a name that a representative has too waits for a moderator, who lets it stand or takes it off", async () => {
  const site = await testSite();
  const name = await sittingName(site);
  const [one, two] = [await openPetition(site), await openPetition(site)];
  for (const petition of [one, two]) await confirmedSignature(site, petition, { name, showName: true });
  const ada = await visitor(site, "moderator");
  const front = await serveSite(site, NOW + HOUR);
  const before = (await mails(site)).length;
  expect((await see(front, "/moderate", ada)).text).toContain("Names that wait");
  expect((await see(front, "/moderate/names", ada)).text).toContain(name);
  const settle = (number: number, decision: string) =>
    send(front, "/moderate/names", ada, { number: String(number), name, decision });
  expect((await settle(one.number, "allow")).status).toBe(303);
  expect((await settle(two.number, "take_off")).status).toBe(303);
  expect((await settle(two.number, "allow")).status).toBe(409);
  expect((await settle(one.number, "nonsense")).status).toBe(422);
  for (const petition of [one, two]) await publishTallies(site, petition.id, NOW + HOUR);
  expect(await listPublicNames(site.db.read, one.id, 10)).toEqual([name]);
  expect(await listPublicNames(site.db.read, two.id, 10)).toEqual([]);
  expect(await countSignatures(site.db.read, two.id)).toBe(1);
  expect((await mails(site)).length).toBe(before);
});

test("what was held back for its address is let go the next day with its mail, or deleted", async () => {
  const site = await testSite();
  const email = "often@example.org";
  for (let i = 0; i < 10; i += 1) await signPetition(site, await openPetition(site), { email });
  const [one, two] = [await openPetition(site), await openPetition(site)];
  for (const petition of [one, two]) await signPetition(site, petition, { email });
  expect((await rowsOf(site, one)).map(({ state }) => state)).toEqual(["suspect"]);
  const ada = await visitor(site, "moderator");
  const today = await serveSite(site, NOW + HOUR);
  expect((await see(today, "/moderate/signatures", ada)).text).toContain(
    `href="/moderate/campaigns/${one.number}/signatures"`,
  );
  const settle = (number: number, act: string) => ({
    number: String(number),
    heldReason: "address_limit",
    act,
  });
  const early = await send(today, "/moderate/signatures", ada, settle(one.number, "release"));
  expect(early.headers.location).toContain("saved=none");
  const tomorrow = await serveSite(site, NOW + DAY);
  const later = await send(tomorrow, "/moderate/signatures", ada, settle(one.number, "release"));
  expect(later.headers.location).toContain("saved=release");
  expect((await rowsOf(site, one)).map(({ state, mailCount }) => [state, mailCount])).toEqual([
    ["pending", 1],
  ]);
  expect((await send(tomorrow, "/moderate/signatures", ada, settle(two.number, "purge"))).status).toBe(303);
  expect(await rowsOf(site, two)).toEqual([]);
  expect((await send(tomorrow, "/moderate/signatures", ada, settle(two.number, "purge"))).status).toBe(409);
});

test("two moderators who let the same go at once send one mail", async () => {
  const site = await testSite();
  const email = "often@example.org";
  for (let i = 0; i < 10; i += 1) await signPetition(site, await openPetition(site), { email });
  const petition = await openPetition(site);
  await signPetition(site, petition, { email });
  const asked = { campaignId: petition.id, heldReason: "address_limit", act: "release" } as const;
  const [ada, bram] = [await person(site, "moderator"), await person(site, "moderator")];
  await Promise.all(
    [ada, bram].map((moderatorId) => settleSuspects(site, { ...asked, moderatorId }, NOW + DAY)),
  );
  expect((await rowsOf(site, petition)).map(({ state, mailCount }) => [state, mailCount])).toEqual([
    ["pending", 1],
  ]);
});

async function sittingName(site: TestSite): Promise<string> {
  const { representatives, terms } = site.db.tables;
  const [one] = await site.db.read
    .select({ name: representatives.name })
    .from(representatives)
    .innerJoin(terms, eq(terms.representativeId, representatives.id))
    .where(eq(terms.endsOn, ""))
    .limit(1);
  if (!one) throw new Error("nobody sits");
  return one.name;
}
