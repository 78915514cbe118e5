import { expect, test } from "vitest";
import { HOUR } from "#app/domain/time/durations.ts";
import { runDueJobs } from "#app/jobs/queue.server.ts";
import { confirmedSignature, NOW, signPetition, tokensOf } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { letterScene, newVersion, publish, settle, standingOf } from "../domain/open-letter/lettering.ts";
import { rowsOf } from "../domain/signature/signing.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { runs } from "./organise-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const WREN = {
  ...{ name: "Wren Applegarth", email: "wren@parents.example.org", postcode: "WR5 2NP", showName: "on" },
  ...{ role: "Chair", organisation: "Parents Together", onBehalf: "on", authority: "I am its chair" },
};

test("a letter is signed for an organisation, confirmed, checked by a moderator, and stands in public until its person leaves", async () => {
  const site = await testSite();
  const { letter } = await letterScene(site);
  const front = await serveSite(site, NOW + HOUR);
  const base = `/letters/${letter.slug}`;
  expect((await front.ask(`${base}/sign`, form({ ...WREN, role: "" }))).status).toBe(422);
  expect((await front.ask(`${base}/sign`, form(WREN))).status).toBe(303);
  const [row] = await rowsOf(site, letter);
  const tokens = tokensOf(site, row?.id ?? "");
  const asked = readable((await front.ask(`/confirm/${tokens.confirmToken}`)).text);
  for (const words of ["Chair", "Parents Together", "Yes, with its authority"])
    expect(asked).toContain(words);
  expect((await front.ask(`/confirm/${tokens.confirmToken}`, form({}))).status).toBe(303);
  await publish(site, letter);
  const before = readable((await front.ask(`${base}/signatories`)).text);
  expect(before).toContain("Wren Applegarth");
  expect(before).not.toContain("Parents Together");
  const ada = await visitor(site, "moderator");
  expect((await see(front, "/moderate", ada)).text).toContain("/moderate/standings");
  const queue = await see(front, "/moderate/standings", ada);
  const page = /href="(\/moderate\/standings\/[^"]+)"/.exec(queue.text)?.[1] ?? "";
  const waiting = await see(front, page, ada);
  expect(waiting.text).toContain("parents.example.org");
  expect(waiting.text).not.toContain("wren@");
  expect((await send(front, page, ada, { decision: "vouch" })).status).toBe(422);
  expect((await send(front, page, ada, {})).status).toBe(422);
  expect((await send(front, page, ada, { decision: "vouch", words: "Their page names her." })).status).toBe(
    303,
  );
  expect((await send(front, page, ada, { decision: "vouch", words: "Once more." })).status).toBe(409);
  const after = await front.ask(`${base}/signatories`);
  expect(after.headers["x-robots-tag"]).toBe("noindex");
  expect(readable(after.text)).toMatch(
    /Organisations Parents Together People Wren Applegarth Chair, Parents Together/,
  );
  expect(after.text).not.toMatch(/WR5|Worcester(?! )|2026/);
  const own = readable((await front.ask(`/signature/${tokens.manageToken}`)).text);
  expect(own).toContain("It has been checked by a moderator. The organisation stands under the letter.");
  const copy = await front.ask(`/signature/${tokens.manageToken}/download.json`);
  expect(JSON.parse(copy.text)).toMatchObject({
    role: "Chair",
    organisation: "Parents Together",
    letter: letter.slug ? expect.anything() : "",
  });
  expect((await front.ask(`/signature/${tokens.manageToken}`, form({ intent: "withdraw" }))).status).toBe(
    303,
  );
  expect(readable((await front.ask(`${base}/signatories`)).text)).not.toContain("Parents Together");
});

test("on the page of their signature people change as what they sign, and read why it was declined", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const front = await serveSite(site, NOW + HOUR);
  const signed = await confirmedSignature(site, letter, {
    role: "Head",
    organisation: "A School",
    showName: true,
  });
  await settle(site, moderatorId, signed.id, { decision: "decline", reason: "not_found", words: "" });
  const page = `/signature/${signed.manageToken}`;
  expect(readable((await front.ask(page)).text)).toContain("We found nothing public that shows it.");
  const bad = await front.ask(page, form({ intent: "standing", role: "www.example.org", organisation: "" }));
  expect(bad.status).toBe(422);
  expect(bad.text).toContain("Enter your role without a web address");
  expect(
    (await front.ask(page, form({ intent: "standing", role: "Bursar", organisation: "A School" }))).status,
  ).toBe(303);
  expect(await standingOf(site, signed.id)).toMatchObject({ state: "waiting", reason: "" });
});

test("the link of a changed letter shows what is new and moves the signature by a button, once", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  const { letter } = scene;
  const signed = await confirmedSignature(site, letter, { name: "Ann Vale" });
  const pending = await signPetition(site, letter);
  await newVersion(site, scene, "We write as parents and as teachers.");
  while ((await runDueJobs(site.context(NOW + HOUR))) > 0);
  const front = await serveSite(site, NOW + 2 * HOUR);
  const link = `/agree/${site.keyring.token("agree", signed.id, 1)}`;
  const asked = await front.ask(link);
  expect(asked.status).toBe(200);
  expect(asked.headers["cache-control"]).toBe("private, no-store");
  expect(readable(asked.text)).toContain("The words that you signed");
  expect(asked.text).toMatch(/<ins>.*as teachers/s);
  // Reading agrees to nothing.
  const json = async () => JSON.parse((await front.ask(`/letters/${letter.slug}.json`)).text).data.attributes;
  expect(await json()).toMatchObject({
    signature_count: 1,
    text_version: 2,
    signatures_by_version: [{ version: 1, signature_count: 1 }],
  });
  expect((await front.ask(link, form({ version: "1" }))).status).toBe(409);
  expect((await front.ask(link, form({ version: "2" }))).status).toBe(303);
  expect(readable((await front.ask(link)).text)).toContain("You sign the letter as it is now");
  expect((await front.ask(link, form({ version: "2" }))).status).toBe(303);
  expect(await json()).toMatchObject({ signatures_by_version: [{ version: 2, signature_count: 1 }] });
  const former = readable((await front.ask(`/letters/${letter.slug}/text/1`)).text);
  expect(former).toContain("What has changed since");
  expect(former).toContain("0 people sign these words");

  const confirm = await front.ask(`/confirm/${pending.confirmToken}`);
  expect(readable(confirm.text)).toContain("Confirm: I sign it as it is now");
  expect(readable(confirm.text)).toContain("Confirm: I sign only the words that I read");
  expect(
    (await front.ask(`/confirm/${pending.confirmToken}`, form({ textVersion: "1", shownVersion: "2" })))
      .status,
  ).toBe(303);
  expect((await json()).signatures_by_version).toEqual([
    { version: 1, signature_count: 1 },
    { version: 2, signature_count: 1 },
  ]);

  await front.ask(`/signature/${signed.manageToken}`, form({ intent: "withdraw" }));
  expect((await front.ask(link)).status).toBe(409);
  await front.ask(`/signature/${signed.manageToken}`, form({ intent: "erase" }));
  expect((await front.ask(link)).status).toBe(404);
});

test("organisers put signatories first without a script; nobody else does", async () => {
  const site = await testSite();
  const { letter } = await letterScene(site);
  for (const name of ["Ann Vale", "Bram Dale", "Cy Hill"])
    await confirmedSignature(site, letter, { name, showName: true });
  await publish(site, letter);
  const front = await serveSite(site, NOW + 2 * HOUR);
  const owner = await visitor(site);
  await runs(site, letter.id, owner, "owner");
  const page = `/organise/${letter.number}/signatories`;
  const { text } = await see(front, `${page}?q=hill`, owner);
  const handle = /name="handle" value="([^"]+)"/.exec(text)?.[1] ?? "";
  const put = { name: "Cy Hill", handle, act: "put_first" };
  expect((await send(front, page, await visitor(site), put)).status).toBe(403);
  expect((await send(front, page, owner, put)).status).toBe(303);
  expect((await send(front, page, owner, { ...put, name: "Nobody" })).status).toBe(409);
  expect((await send(front, page, owner, { ...put, act: "steal" })).status).toBe(422);
  const shown = readable((await front.ask(`/letters/${letter.slug}/signatories`)).text);
  expect(shown).toMatch(/Cy Hill.*Ann Vale.*Bram Dale/);
  const found = readable((await front.ask(`/letters/${letter.slug}/signatories?q=dale`)).text);
  expect(found).toContain("Bram Dale");
  expect(found).not.toContain("Ann Vale");
});

test("moderators alone see who claims what and which domains vouch", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const signed = await confirmedSignature(site, letter, {
    ...{ role: "Head", organisation: "A School", email: "head@aschool.example.org", showName: true },
  });
  expect(await settle(site, moderatorId, signed.id, { ownDomain: "on" })).toBe("settled");
  const front = await serveSite(site, NOW + 2 * HOUR);
  const page = `/moderate/standings/${(await standingOf(site, signed.id))?.publicId}`;
  const nobody = await visitor(site);
  for (const path of ["/moderate/standings", "/moderate/organisations", page])
    expect((await see(front, path, nobody)).status, path).toBe(403);
  const ada = await visitor(site, "moderator");
  expect((await see(front, "/moderate/standings?q=a+school", ada)).text).toContain(page);
  expect((await see(front, "/moderate/organisations", ada)).text).toContain("aschool.example.org");
  const own = { domain: "aschool.example.org", nameKey: "a school" };
  expect((await send(front, "/moderate/organisations", nobody, own)).status).toBe(403);
  expect((await send(front, "/moderate/organisations", ada, own)).status).toBe(303);
  expect((await send(front, "/moderate/organisations", ada, own)).status).toBe(409);
  const no = { decision: "decline", reason: "organisation_says_no" };
  expect((await send(front, page, ada, { decision: "decline" })).status).toBe(422);
  expect((await send(front, page, ada, no)).status).toBe(303);
});
