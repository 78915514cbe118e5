import { expect, test } from "vitest";
import { listSitting } from "#app/domain/representative/queries.server.ts";
import { NOW } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { addedPerson, WARD } from "../domain/representative/people.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";

const RIGHT = { wrong: "party", words: "They sit as a Zebra now", email: "parent@example.org" };

test("anybody offers a correction without an account, and nothing of it is public before or after", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const person = await addedPerson(site, WARD);
  const page = `/representatives/${person.publicId}`;
  expect((await front.ask(`${page}/correct`)).status).toBe(200);
  const bad = await front.ask(
    `${page}/correct`,
    form({ ...RIGHT, wrong: "", sourceUrl: "https://example.org/" }),
  );
  expect([bad.status, bad.text.includes("They sit as a Zebra now")]).toEqual([422, true]);
  const sent = await front.ask(`${page}/correct`, form(RIGHT));
  expect([sent.status, sent.headers.location]).toEqual([303, `${page}/correct?sent=1`]);
  for (const path of [page, `${page}/correct?sent=1`, "/councils/worcester"]) {
    const seen = await front.ask(path);
    expect([path, seen.status, seen.text.includes("Zebra")]).toEqual([path, 200, false]);
  }
  for (const path of [
    "/representatives/0000000000/correct",
    "/areas/E14001597/correct",
    "/areas/nothing/correct",
  ]) {
    expect((await front.ask(path)).status, path).toBe(404);
    expect([404, 422], path).toContain((await front.ask(path, form(RIGHT))).status);
  }
  expect(front.log()).not.toMatch(/Zebra|parent@/);
});

test("over the limit a correction is answered as ever and waits apart in the queue", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const person = await addedPerson(site, WARD);
  const path = `/representatives/${person.publicId}/correct`;
  const statuses = [];
  for (let i = 0; i < 11; i += 1) statuses.push((await front.ask(path, form(RIGHT))).status);
  expect(new Set(statuses)).toEqual(new Set([303]));
  const queue = await see(front, "/admin/corrections", await visitor(site, "moderator"));
  expect(queue.text.match(/Held by a limit/g)).toHaveLength(1);
});

test("a moderator reads a correction, goes to what it is about, and settles it once", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const moderator = await visitor(site, "moderator");
  const person = await addedPerson(site, WARD);
  await front.ask(`/representatives/${person.publicId}/correct`, form(RIGHT));
  const queue = await see(front, "/admin/corrections", moderator);
  const path = /\/admin\/corrections\/[0-9a-z]{10}/.exec(queue.text)?.[0] ?? "";
  const offered = await see(front, path, moderator);
  expect(offered.text).toContain("They sit as a Zebra now");
  expect(offered.text).not.toContain("parent@example.org");
  const id = path.slice(-10);
  const edit = await see(front, `/admin/representatives/${person.publicId}?correction=${id}`, moderator);
  expect(edit.text).toContain("I have put it right");
  expect((await send(front, path, moderator, { decision: "declined" })).status).toBe(422);
  expect((await send(front, path, moderator, { decision: "perhaps" })).status).toBe(422);
  expect((await send(front, path, moderator, { decision: "accepted" })).status).toBe(303);
  const again = await send(front, path, moderator, { decision: "declined", reason: "unclear" });
  expect([again.status, again.text.includes("It has been put right")]).toEqual([409, true]);
  expect((await see(front, "/admin/corrections?state=settled", moderator)).text).toContain(path);
});

test("a councillor whom somebody proposed is added from the moderator's form, and with that accepted", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const moderator = await visitor(site, "moderator");
  const fields = {
    ...{ name: "Sorrel Ashdown", address: "s.ashdown@worcester.gov.uk" },
    sourceUrl: "https://www.worcester.gov.uk/sorrel",
  };
  expect((await front.ask(`/areas/${WARD}/correct`)).text).toContain("Cathedral");
  expect((await front.ask(`/areas/${WARD}/correct`, form(fields))).status).toBe(303);
  const queue = await see(front, "/admin/corrections", moderator);
  const id = /\/admin\/corrections\/([0-9a-z]{10})/.exec(queue.text)?.[1] ?? "";
  const page = await see(front, `/admin/representatives/new?correction=${id}`, moderator);
  expect(page.text).toContain('value="Sorrel Ashdown"');
  const added = await send(front, "/admin/representatives/new", moderator, {
    ...{ kind: "councillor", area: WARD, name: "Sorrel Ashdown", address: fields.address },
    ...{ source: fields.sourceUrl, checkedOn: "20 November 2026", correction: id },
  });
  expect(added.status).toBe(303);
  const sitting = await listSitting(site.db.read, [WARD], NOW);
  expect(sitting.map((one) => one.name)).toContain("Sorrel Ashdown");
  expect((await see(front, `/admin/corrections/${id}`, moderator)).text).toContain("It has been put right");
});
