import { expect, test } from "vitest";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { serveSite } from "./served-site.ts";

const LINK_DAYS = 7;

test("opening a confirm link shows what will count and counts nothing; a button counts it, once", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const signed = await signPetition(site, petition, { name: "Marigold Pennywhistle", postcode: "wr52np" });
  const path = `/confirm/${signed.confirmToken}`;
  const front = await serveSite(site);
  for (const method of ["HEAD", "GET", "GET"]) {
    const page = await front.ask(path, { method });
    expect([page.status, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    if (method === "GET") expect(page.text).toMatch(/Marigold Pennywhistle[\s\S]*WR5 2NP/);
  }
  expect(await countSignatures(site.db.read, petition.id)).toBe(0);

  for (const _ of ["first", "again"]) {
    const pressed = await front.ask(path, form({}));
    expect([pressed.status, pressed.headers.location]).toEqual([303, path]);
    expect(pressed.headers["set-cookie"]).toBeUndefined();
  }
  expect(await countSignatures(site.db.read, petition.id)).toBe(1);
  const thanks = await front.ask(path);
  expect([thanks.status, thanks.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  expect(thanks.text).toContain("Thank you. You are counted");
});

test("twenty presses at the same moment count one signature", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { confirmToken } = await signPetition(site, petition);
  const front = await serveSite(site);
  const presses = Array.from({ length: 20 }, () => front.ask(`/confirm/${confirmToken}`, form({})));
  for (const { status } of await Promise.all(presses)) expect(status).toBe(303);
  expect(await countSignatures(site.db.read, petition.id)).toBe(1);
});

test.each(["GET", "POST"])(
  "%s of a link that nobody was sent is answered with 404, in words of ours",
  async (method) => {
    const site = await testSite();
    const front = await serveSite(site);
    for (const token of ["cut-off", "A".repeat(22), "%E2%98%83"])
      for (const kind of ["confirm", "not-me", "signature", "unsubscribe"]) {
        const asked = method === "POST" ? form({ intent: "withdraw" }) : {};
        const answer = await front.ask(`/${kind}/${token}`, asked);
        expect([kind, answer.status, answer.headers["cache-control"]]).toEqual([
          kind,
          404,
          "private, no-store",
        ]);
        expect(answer.text).toContain("We do not know this link");
        expect(answer.text).not.toContain(token);
      }
  },
);

test.each(["GET", "POST"])(
  "%s of a link that has run out is answered with 410 and counts nothing",
  async (method) => {
    const site = await testSite();
    const petition = await openPetition(site);
    const { confirmToken } = await signPetition(site, petition);
    const front = await serveSite(site, NOW + LINK_DAYS * DAY + 1);
    const answer = await front.ask(`/confirm/${confirmToken}`, method === "POST" ? form({}) : {});
    expect(answer.status).toBe(410);
    expect(answer.text).toContain("This link has run out");
    expect(await countSignatures(site.db.read, petition.id)).toBe(0);
  },
);

test.each(["GET", "POST"])("%s of a confirm link long after closing is answered with 409", async (method) => {
  const site = await testSite();
  const petition = await openPetition(site, { closesOn: "2026-11-25" });
  const { confirmToken } = await signPetition(site, petition);
  const front = await serveSite(site, NOW + 2 * DAY);
  const answer = await front.ask(`/confirm/${confirmToken}`, method === "POST" ? form({}) : {});
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("takes no signatures now");
});

test.each([
  ["the same name again", { name: "ONE  HOLDER" }, "You have signed already"],
  ["another postcode", { name: "Other Holder", postcode: "SE13 6RU" }, "from another postcode"],
] as const)(
  "confirming %s with an address that counts is answered with 409 and says why",
  async (_, changes, words) => {
    const site = await testSite();
    const petition = await openPetition(site);
    const email = "household@example.org";
    const second = await signPetition(site, petition, { ...changes, email });
    await confirmedSignature(site, petition, { name: "One Holder", email, postcode: "WR5 2NP" }, NOW + 1);
    const front = await serveSite(site, NOW + DAY);
    const answer = await front.ask(`/confirm/${second.confirmToken}`, form({}));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain(words);
    expect(await countSignatures(site.db.read, petition.id)).toBe(1);
  },
);

test("nobody is sent to sign again where only links that were mailed still count", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { confirmToken } = await signPetition(site, petition);
  const front = await serveSite(site, NOW + 1);
  expect((await front.ask(`/confirm/${confirmToken}`)).text).toContain("Sign again");
  await site.db.transaction("close it", (tx) =>
    tx.update(tx.tables.campaigns).set({ state: "closed", closedAt: NOW + 1 }),
  );
  const page = await front.ask(`/confirm/${confirmToken}`);
  expect([page.status, page.text.includes("Confirm my signature")]).toEqual([200, true]);
  expect(page.text).not.toContain("Sign again");
});

test("a third person of one address is answered with 409", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const email = "household@example.org";
  const third = await signPetition(site, petition, { name: "Third Holder", email });
  for (const name of ["One Holder", "Other Holder"])
    await confirmedSignature(site, petition, { name, email });
  const answer = await (await serveSite(site)).ask(`/confirm/${third.confirmToken}`, form({}));
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("Two people have signed with this address");
});

test("a choice of place that is no code is answered with 422, says so and counts nothing", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { confirmToken } = await signPetition(site, petition, { postcode: "BT1 5GS" });
  const front = await serveSite(site);
  const answer = await front.ask(`/confirm/${confirmToken}`, form({ council: "Belfast" }));
  expect(answer.status).toBe(422);
  expect(answer.text).toContain("Choose a place from the list");
  expect(await countSignatures(site.db.read, petition.id)).toBe(0);
});
