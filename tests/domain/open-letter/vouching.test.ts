import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { removeOrganisation } from "#app/domain/open-letter/remove-organisation.server.ts";
import { hashAddress } from "#app/domain/signature/person.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { letterScene, ownDomain, settle, shownOf, standingOf } from "./lettering.ts";

const HEAD = { role: "Head teacher", organisation: "St Mary’s School", showName: true } as const;

test("only an address at exactly the organisation's own domain vouches by itself", async () => {
  const site = await testSite();
  const { letter } = await letterScene(site);
  await ownDomain(site, { name: "St Mary’s School", domain: "stmarys.example.org" });
  // Whatever a moderator has ticked, what many share never vouches.
  for (const domain of ["gmail.com", "sub.github.io"])
    await ownDomain(site, { name: HEAD.organisation, domain });
  const cases: [email: string, changes: object, state: string][] = [
    ["head@stmarys.example.org", {}, "vouched"],
    ["HEAD2@STMARYS.example.org", { organisation: "the st marys school ltd" }, "vouched"],
    ["head3+tag@stmarys.example.org", {}, "waiting"],
    ["head4@mail.stmarys.example.org", {}, "waiting"],
    ["head5@stmarys.example.com", {}, "waiting"],
    ["head6@gmail.com", {}, "waiting"],
    ["head7@sub.github.io", {}, "waiting"],
    // A Cyrillic letter makes another name of it.
    ["head8@stmarys.example.org", { organisation: "St Mаry’s School" }, "waiting"],
    ["head9@stmarys.example.org", { organisation: "St Mary’s School Trust" }, "waiting"],
    ["head10@stmarys.example.org", { role: "MP for Worcester" }, "waiting"],
    ["head11@stmarys.example.org", { role: "Councillor" }, "waiting"],
    ["head12@stmarys.example.org", { onBehalf: true }, "waiting"],
  ];
  for (const [email, changes, state] of cases) {
    const { id } = await confirmedSignature(site, letter, { ...HEAD, ...changes, email });
    expect((await standingOf(site, id))?.state, email).toBe(state);
    const shown = await shownOf(site, id);
    expect(shown?.organisation === "", email).toBe(state !== "vouched");
  }
  await ownDomain(site, { name: "Old Hall", domain: "oldhall.example.org" }, NOW - 400 * DAY);
  const late = await confirmedSignature(site, letter, {
    ...{ ...HEAD, organisation: "Old Hall", email: "a@oldhall.example.org" },
  });
  expect((await standingOf(site, late.id))?.state).toBe("waiting");
});

test("an MP's published address vouches for their seat and their name, and for nobody else's", async () => {
  const site = await testSite();
  const { letter } = await letterScene(site);
  const seat = await sittingMp(site, "pip.lark@parliament.example");
  const own = { name: seat.name, email: "pip.lark@parliament.example", showName: true };
  const mp = await confirmedSignature(site, letter, { ...own, role: `MP for ${seat.areaName}` });
  expect(await standingOf(site, mp.id)).toMatchObject({ state: "vouched", how: "address" });
  expect(await shownOf(site, mp.id)).toMatchObject({ isHeld: false, role: `MP for ${seat.areaName}` });
  const others = [
    { name: seat.name, email: "pip.lark@example.org", role: "MP" },
    { name: "Somebody Else", email: "pip.lark@parliament.example", role: "MP" },
    { name: seat.name, email: "pip.lark@example.com", role: "MP for Lewisham East" },
  ];
  for (const one of others) {
    const { id } = await confirmedSignature(site, letter, { ...one, showName: true });
    expect((await standingOf(site, id))?.state, one.email).toBe("waiting");
    expect((await shownOf(site, id))?.isHeld, one.email).toBe(one.name === seat.name);
  }
});

test("a name that says an office, or a representative's with a title before it, waits for a moderator", async () => {
  const site = await testSite();
  const { letter } = await letterScene(site);
  const seat = await sittingMp(site, "pip.lark@parliament.example");
  for (const name of [
    `${seat.name} MP`,
    `Cllr ${seat.name}`,
    "Ann Vale, Chief Executive",
    "Parents Association",
    "The Lantern Fields Trust",
    "Elmbrook Hill School",
    "Ann Vale on behalf of all",
  ]) {
    const { id } = await confirmedSignature(site, letter, { name, showName: true });
    expect((await shownOf(site, id))?.isHeld, name).toBe(true);
  }
  for (const name of ["Ann Vale", "Mary Poppins", "Ms Wren Miller"]) {
    const { id } = await confirmedSignature(site, letter, { name, showName: true });
    expect((await shownOf(site, id))?.isHeld, name).toBe(false);
  }
});

test("an organisation's name given as one's own waits, once a moderator knows the organisation", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  await ownDomain(site, { name: "Kindlewick", domain: "kindlewick.example" });
  const co = { role: "Chair", organisation: "Marrowby", onBehalf: true, authority: "I chair it" };
  const before = await confirmedSignature(site, letter, { name: "Marrowby", showName: true });
  expect((await shownOf(site, before.id))?.isHeld).toBe(false);
  const { id } = await confirmedSignature(site, letter, { name: "Ann Vale", showName: true, ...co });
  expect(await settle(site, moderatorId, id)).toBe("settled");
  for (const name of ["The Kindlewick Ltd", "MARROWBY", "Mar\u200browby"]) {
    const signed = await confirmedSignature(site, letter, { name, showName: true });
    expect((await shownOf(site, signed.id))?.isHeld, name).toBe(true);
  }
  expect((await shownOf(site, id))?.isHeld).toBe(false);
});

test("a domain that a moderator found to be an organisation's own vouches from then on, until it is taken off the list", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const first = await confirmedSignature(site, letter, { ...HEAD, email: "one@stmarys.example.org" });
  expect(await settle(site, moderatorId, first.id, { ownDomain: "on" })).toBe("settled");
  const second = await confirmedSignature(site, letter, { ...HEAD, email: "two@stmarys.example.org" });
  expect(await standingOf(site, second.id)).toMatchObject({ state: "vouched", how: "domain" });
  const shared = await confirmedSignature(site, letter, { ...HEAD, email: "three@gmail.com" });
  expect(await settle(site, moderatorId, shared.id, { ownDomain: "on" })).toBe("shared_domain");
  expect((await standingOf(site, shared.id))?.state).toBe("waiting");
  const own = { domain: "stmarys.example.org", nameKey: "st marys school", moderatorId };
  expect(await removeOrganisation(site, own, NOW + HOUR)).toBe(true);
  expect(await removeOrganisation(site, own, NOW + HOUR)).toBe(false);
  // What a moderator saw with their own eyes stays.
  expect((await standingOf(site, first.id))?.state).toBe("vouched");
  expect((await standingOf(site, second.id))?.state).toBe("waiting");
  expect(await shownOf(site, second.id)).toMatchObject({ role: "", organisation: "" });
});

async function sittingMp(site: TestSite, email: string): Promise<{ name: string; areaName: string }> {
  const { representatives, terms, areas } = site.db.tables;
  const [area] = await site.db.read.select().from(areas).where(eq(areas.level, "constituency")).limit(1);
  if (!area) throw new Error("there are no constituencies");
  const name = "Pip Lark";
  await site.db.transaction("seat", async (tx) => {
    await tx.insert(representatives).values({
      ...{ id: "mp-pip", publicId: "piplark001", kind: "mp", sourceKey: "test:pip", name },
      ...{ nameKey: "piplark", fullTitle: "Pip Lark MP", isInvented: true, language: "en" },
    });
    await tx.insert(terms).values({
      ...{ id: "term-pip", representativeId: "mp-pip", gssCode: area.gssCode, party: "" },
      ...{ startsOn: "2024-07-05", endsOn: "", address: "sealed" },
      addressHash: hashAddress(site.keyring, email),
      ...{ addressState: "good", source: "https://example.org/", checkedOn: "2026-11-01" },
    });
  });
  return { name, areaName: area.name };
}
