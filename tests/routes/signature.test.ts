import { expect, test } from "vitest";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { serveSite } from "./served-site.ts";

async function signedSite() {
  const site = await testSite();
  const petition = await openPetition(site);
  const signed = await confirmedSignature(site, petition, {
    name: "Juniper Wainfleet",
    email: "juniper@example.org",
  });
  return {
    site,
    petition,
    path: `/signature/${signed.manageToken}`,
    front: await serveSite(site, NOW + DAY),
  };
}

test("the page of one's own signature is shown to the holder of its link, kept nowhere, and changes nothing", async () => {
  const { site, petition, path, front } = await signedSite();
  for (const method of ["HEAD", "GET"]) {
    const page = await front.ask(path, { method });
    expect([page.status, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  }
  expect((await front.ask(path)).text).toContain("juniper@example.org");
  expect(await countSignatures(site.db.read, petition.id)).toBe(1);
});

test.each([
  ["preferences", { intent: "preferences", updates: "on" }, 1],
  ["postcode", { intent: "postcode", postcode: "SE13 6RU" }, 1],
  ["withdraw", { intent: "withdraw" }, 0],
  ["erase", { intent: "erase" }, 0],
] as const)(
  "the button “%s” is answered with 303, and again with no more than that",
  async (_, fields, count) => {
    const { site, petition, path, front } = await signedSite();
    expect((await front.ask(path, form(fields))).status).toBe(303);
    expect(await countSignatures(site.db.read, petition.id)).toBe(count);
    const again = await front.ask(path, form(fields));
    expect([303, 404, 409]).toContain(again.status);
    expect(await countSignatures(site.db.read, petition.id)).toBe(count);
  },
);

test("a postcode that is none, or no known button, is answered with 422 and changes nothing", async () => {
  const { site, petition, path, front } = await signedSite();
  const bad = await front.ask(path, form({ intent: "postcode", postcode: "here" }));
  expect(bad.status).toBe(422);
  expect(bad.text).toContain('value="here"');
  expect((await front.ask(path, form({ intent: "promote" }))).status).toBe(422);
  expect((await front.ask(path, form({}))).status).toBe(422);
  expect(await countSignatures(site.db.read, petition.id)).toBe(1);
});

test("a form for a signature from another site is refused with 403", async () => {
  const { site, petition, path, front } = await signedSite();
  const asked = form({ intent: "withdraw" });
  const headers = { ...asked.headers, "Sec-Fetch-Site": "same-site" };
  expect((await front.ask(path, { ...asked, headers })).status).toBe(403);
  expect(await countSignatures(site.db.read, petition.id)).toBe(1);
});

test("what is kept of a person comes as a file that is kept nowhere on the way", async () => {
  const { path, front } = await signedSite();
  const copy = await front.ask(`${path}/download.json`);
  expect(copy.status).toBe(200);
  expect(copy.headers).toMatchObject({
    "cache-control": "private, no-store",
    "content-disposition": expect.stringContaining("attachment"),
  });
  expect(JSON.parse(copy.text)).toMatchObject({
    name: "Juniper Wainfleet",
    email: "juniper@example.org",
    postcode: "WR5 2NP",
    state: "confirmed",
    consent: { noticeVersion: expect.anything() },
  });
  expect((await front.ask("/signature/cut-off/download.json")).status).toBe(404);
});

test("“not me” shows a button first; pressing it takes the signature off and the links with it", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const signed = await confirmedSignature(site, petition);
  const front = await serveSite(site);
  const path = `/not-me/${signed.notMeToken}`;
  for (const method of ["HEAD", "GET"]) {
    const page = await front.ask(path, { method });
    expect([page.status, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  }
  expect(await countSignatures(site.db.read, petition.id)).toBe(1);
  const pressed = await front.ask(path, form({}));
  expect([pressed.status, pressed.headers.location]).toEqual([303, "/not-me/done"]);
  expect(await countSignatures(site.db.read, petition.id)).toBe(0);
  for (const gone of [path, `/confirm/${signed.confirmToken}`, `/signature/${signed.manageToken}`])
    expect((await front.ask(gone)).status).toBe(404);
});

test("a link of one purpose does not serve another", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { confirmToken, notMeToken, manageToken } = await signPetition(site, petition);
  const front = await serveSite(site);
  for (const path of [`/confirm/${notMeToken}`, `/not-me/${manageToken}`, `/signature/${confirmToken}`]) {
    expect((await front.ask(path)).status).toBe(404);
    expect((await front.ask(path, form({ intent: "withdraw" }))).status).toBe(404);
  }
});

test("asking for one's links is answered alike whether the address has signed or not", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await confirmedSignature(site, petition, { email: "known@example.org" });
  const front = await serveSite(site);
  const [known, unknown] = [
    await front.ask("/my-signatures", form({ email: "known@example.org" })),
    await front.ask("/my-signatures", form({ email: "unknown@example.org" })),
  ];
  const { date: _, ...headers } = known.headers;
  expect({ ...unknown.headers, date: undefined }).toEqual({ ...headers, date: undefined });
  expect([known.status, known.headers.location, known.text]).toEqual([
    303,
    "/my-signatures/check-your-email",
    "",
  ]);
  expect([unknown.status, unknown.text]).toEqual([303, ""]);
  expect((await front.ask("/my-signatures", form({ email: "no address" }))).status).toBe(422);
});
