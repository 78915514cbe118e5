import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { refuseSignature } from "#app/domain/signature/refuse-signature.server.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type Answer, form } from "#tests/http/front.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const FIELDS = { name: "Marigold Pennywhistle", email: "marigold@example.org", postcode: "WR5 2NP" };

test("a good form is answered with 303 to the page that says to check one's e-mail, and kept nowhere", async () => {
  const site = await testSite();
  const { slug } = await openPetition(site);
  const front = await serveSite(site);
  const answer = await front.ask(`/petitions/${slug}/sign`, form(FIELDS));
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toBe(`/petitions/${slug}/check-your-email`);
  expect(answer.headers["set-cookie"]).toBeUndefined();
  const next = await front.ask(`/petitions/${slug}/check-your-email`);
  expect(next.status).toBe(200);
  expect(next.text).toContain("Now check your e-mail");
  expect(next.text).not.toContain("marigold");
});

test("mistakes are answered with 422: all of them at once, each at its field and in a summary, and what was typed stays", async () => {
  const site = await testSite();
  const { slug } = await openPetition(site);
  const front = await serveSite(site);
  const answer = await front.ask(
    `/petitions/${slug}/sign`,
    form({ name: "", email: "marigold@", postcode: '"><b>', showName: "on" }),
  );
  expect(answer.status).toBe(422);
  for (const field of ["name", "email", "postcode"]) {
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain(`id="${field}-error"`);
  }
  expect(answer.text).toContain('value="marigold@"');
  expect(answer.text).toContain('value="&quot;&gt;&lt;b&gt;"');
  expect(answer.text).toMatch(/id="showName"[^>]*checked/);
});

test("a place that is no code is answered with 422 and says so, though the form has no box for it", async () => {
  const site = await testSite();
  const { slug } = await openPetition(site);
  const front = await serveSite(site);
  const answer = await front.ask(`/petitions/${slug}/sign`, form({ ...FIELDS, council: "Worcester" }));
  expect(answer.status).toBe(422);
  expect(answer.text).toContain("Choose a place from the list");
});

test.each([
  "wr52np",
  "WR5 2NP",
  " w r 5 2 n p ",
  "WR5 2NP.",
  "GIR 0AA",
  "BFPO 58",
  "BT1 5GS",
  "JE2 3QQ",
  "ZE1 0AA",
])("the postcode “%s” signs", async (postcode) => {
  const site = await testSite();
  const { slug } = await openPetition(site);
  const front = await serveSite(site);
  expect((await front.ask(`/petitions/${slug}/sign`, form({ ...FIELDS, postcode }))).status).toBe(303);
});

test("somebody abroad needs no postcode", async () => {
  const site = await testSite();
  const { slug } = await openPetition(site);
  const front = await serveSite(site);
  const abroad = { ...FIELDS, postcode: "", country: "FR" };
  expect((await front.ask(`/petitions/${slug}/sign`, form(abroad))).status).toBe(303);
});

test("an address that looks mistyped is asked about once, then taken as it is", async () => {
  const site = await testSite();
  const { slug } = await openPetition(site);
  const front = await serveSite(site);
  const near = { ...FIELDS, email: "marigold@gmial.com" };
  const asked = await front.ask(`/petitions/${slug}/sign`, form(near));
  expect(asked.status).toBe(422);
  expect(readable(asked.text)).toContain("Did you mean gmail.com?");
  const kept = await front.ask(`/petitions/${slug}/sign`, form({ ...near, emailChecked: "on" }));
  expect(kept.status).toBe(303);
});

test("the answer is the same to the byte whoever has signed: new, waiting, counted, full, refused, over a limit", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { email: _, ...household } = FIELDS;
  await signPetition(site, petition, { ...household, email: "waiting@example.org" });
  await confirmedSignature(site, petition, { ...household, email: "counted@example.org" });
  for (const name of ["One Holder", "Another Holder"])
    await confirmedSignature(site, petition, { ...household, name, email: "full@example.org" });
  const refused = await signPetition(site, petition, { ...household, email: "refused@example.org" });
  await refuseSignature(site, refused.notMeToken, NOW);
  const front = await serveSite(site, NOW + 15 * MINUTE);
  const sign = async (email: string, address: string): Promise<Answer> => {
    const asked = form({ ...household, email });
    const headers = { ...asked.headers, "X-Forwarded-For": address };
    return front.ask(`/petitions/${petition.slug}/sign`, { ...asked, headers });
  };
  const first = seen(await sign("new@example.org", "192.0.2.1"));
  expect(first.status).toBe(303);
  for (const [index, who] of ["waiting", "counted", "full", "refused", "another"].entries())
    expect(seen(await sign(`${who}@example.org`, `192.0.2.${index + 2}`))).toEqual(first);
  for (let index = 0; index < 15; index += 1)
    expect(seen(await sign(`school-${index}@example.org`, "198.51.100.7"))).toEqual(first);
});

test.each([
  ["nothing-of-this-name", 404],
  ["draft", 404],
  ["in_review", 404],
  ["hidden", 410],
  ["removed", 410],
  ["paused", 409],
  ["closed", 409],
] as const)("signing a petition that is %s is answered with %i", async (state, status) => {
  const site = await testSite();
  const slug = state === "nothing-of-this-name" ? state : (await openPetition(site, { state })).slug;
  const front = await serveSite(site);
  expect((await front.ask(`/petitions/${slug}/sign`, form(FIELDS))).status).toBe(status);
  expect(await countRows(site)).toBe(0);
});

test("signing after the closing date is answered with 409, and the page says that it is closed", async () => {
  const site = await testSite();
  const { slug } = await openPetition(site, { closesOn: "2026-11-24" });
  const front = await serveSite(site);
  const answer = await front.ask(`/petitions/${slug}/sign`, form(FIELDS));
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("This petition is closed");
});

test("a form is refused from another site, too large, of another kind or unreadable, and nothing is written", async () => {
  const site = await testSite();
  const { slug } = await openPetition(site);
  const front = await serveSite(site);
  const path = `/petitions/${slug}/sign`;
  const good = form(FIELDS);
  const type = "application/x-www-form-urlencoded";
  const statuses = async (headers: Record<string, string>, body = good.body) =>
    (await front.ask(path, { method: "POST", headers, body })).status;
  expect(await statuses({ "Content-Type": type, "Sec-Fetch-Site": "cross-site" })).toBe(403);
  expect(await statuses({ "Content-Type": type, Origin: "https://elsewhere.example" })).toBe(403);
  expect(await statuses({ "Content-Type": type, Origin: "null" })).toBe(403);
  expect(await statuses({ "Content-Type": type }, `name=${"x".repeat(70_000)}`)).toBe(413);
  expect(await statuses({ "Content-Type": "application/json" }, "{}")).toBe(415);
  expect(await statuses({ "Content-Type": type }, "name=%E0%A4")).toBe(400);
  expect(await countRows(site)).toBe(0);
  expect(await statuses({ "Content-Type": type })).toBe(303);
  expect(await countRows(site)).toBe(1);
});

/** What an observer sees: everything but the time and the connection. */
function seen({ status, headers, text }: Answer) {
  const { date: _, ...others } = headers;
  return { status, headers: others, text };
}

async function countRows({ db }: TestSite): Promise<number> {
  const { signatures } = db.tables;
  const rows = await db.read
    .select({ id: signatures.id })
    .from(signatures)
    .where(eq(signatures.state, "pending"));
  return rows.length;
}
