import { expect, test } from "vitest";
import { NOW } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { addedPerson, auditLines, managed, onlyTerm, WARD } from "../domain/representative/people.ts";
import { see, send, versionIn, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";

const PUBLIC_ID = "aaaaaaaaaa";
const PERSON = `/admin/representatives/${PUBLIC_ID}`;

/** Every page for those who look after the site, and the least role that may use it. */
const PAGES = [
  ["/admin", "moderator"],
  ["/admin/representatives", "moderator"],
  ["/admin/representatives/new", "moderator"],
  [PERSON, "moderator"],
  [`${PERSON}/name`, "moderator"],
  [`${PERSON}/terms/new`, "moderator"],
  [`${PERSON}/terms/E05015851-2024-05-02`, "moderator"],
  [`${PERSON}/merge`, "admin"],
  ["/admin/corrections", "moderator"],
  ["/admin/corrections/aaaaaaaaaa", "moderator"],
  ["/admin/areas", "admin"],
  ["/admin/areas/E05015851", "admin"],
  ["/admin/audit", "admin"],
  ["/admin/people", "admin"],
] as const;

test("every admin page and form sends a stranger to sign in, and is closed to a session without the role", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const nobody = await visitor(site);
  const moderator = await visitor(site, "moderator");
  for (const [path, role] of PAGES) {
    for (const asked of [{ method: "GET" }, { method: "HEAD" }, form({ intent: "end", name: "x" })]) {
      const stranger = await front.ask(path, asked);
      const said = `${asked.method} ${path}`;
      if (stranger.status !== 405)
        expect([stranger.status, stranger.headers.location], said).toEqual([303, "/sign-in"]);
      const forged = { ...asked, headers: { ...asked.headers, Cookie: "session=forged" } };
      expect([303, 405], said).toContain((await front.ask(path, forged)).status);
      const without = { ...asked, headers: { ...asked.headers, Cookie: nobody.cookie } };
      expect([403, 405], said).toContain((await front.ask(path, without)).status);
      const asModerator = { ...asked, headers: { ...asked.headers, Cookie: moderator.cookie } };
      const answer = await front.ask(path, asModerator);
      if (role === "admin") expect([403, 405], said).toContain(answer.status);
      else expect(answer.status, said).not.toBe(403);
    }
  }
  expect((await auditLines(site)).filter((line) => !line.startsWith("grant_role"))).toEqual([]);
});

test("a form of ours that another site sends with an admin's cookie is refused", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { cookie } = await visitor(site, "admin");
  const asked = form({ name: "Mallow", kind: "councillor", area: WARD });
  const headers = { ...asked.headers, Cookie: cookie, "Sec-Fetch-Site": "cross-site" };
  expect((await front.ask("/admin/representatives/new", { ...asked, headers })).status).toBe(403);
});

test("an admin adds a councillor by the names of ward and council, and finds them by name and area", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const admin = await visitor(site, "admin");
  const fields = {
    ...{ kind: "councillor", area: "Cathedral", name: "Yarrow Penhaligon", startsOn: "2 May 2024" },
    ...{ address: "y.penhaligon@worcester.gov.uk", source: "the council", checkedOn: "20/11/2026" },
  };
  const several = await send(front, "/admin/representatives/new", admin, fields);
  expect(several.status).toBe(422);
  expect(several.text).toContain('value="Yarrow Penhaligon"');
  expect(several.text).toContain(`value="${WARD}"`);
  const added = await send(front, "/admin/representatives/new", admin, {
    ...fields,
    area: "Cathedral Worcester",
  });
  expect(added.status).toBe(303);
  const page = await see(front, added.headers.location ?? "", admin);
  expect(page.text).toContain("y.penhaligon@worcester.gov.uk");
  expect(page.headers["cache-control"]).toBe("private, no-store");
  for (const query of ["q=penhaligon", "area=cathedral+worcester&kind=councillor", "q=Yarrow&state=all"]) {
    const list = await see(front, `/admin/representatives?${query}`, admin);
    expect(list.text, query).toContain("Yarrow Penhaligon");
  }
  for (const query of ["q=penhaligon&state=ended", "q=penhaligon&kind=mp", "q=%25", "q=penhaligon&page=2"]) {
    const list = await see(front, `/admin/representatives?${query}`, admin);
    expect(list.text, query).not.toContain("Yarrow Penhaligon");
  }
  const audit = await see(front, "/admin/audit", admin);
  expect(audit.text).toContain("Added a representative");
  expect(audit.text).toContain("Yarrow Penhaligon");
});

test("a form with mistakes comes back with 422, refilled, each mistake beside its field", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const admin = await visitor(site, "admin");
  const hostile = `"><script>alert(1)</script>`;
  const page = await send(front, "/admin/representatives/new", admin, {
    ...{ kind: "king", area: hostile, name: hostile, startsOn: "31 February 2026", address: "no" },
  });
  expect(page.status).toBe(422);
  expect(page.text).not.toContain("<script>alert");
  expect(page.text.match(/aria-invalid="true"/g)?.length).toBeGreaterThanOrEqual(4);
  expect(page.text).toContain('href="#startsOn"');
  expect(page.text).toContain("31 February 2026");
});

test("of two who save the same term the second is told with 409, sees how it stands, and can save again", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const [one, other] = [await visitor(site, "moderator"), await visitor(site, "admin")];
  const person = await addedPerson(site, WARD, { address: "a@worcester.gov.uk" });
  const path = `/admin/representatives/${person.publicId}/terms/${onlyTerm(person).key}`;
  const version = versionIn(await see(front, path, one));
  const fields = {
    ...{ intent: "correct", startsOn: "2024-05-02", source: "the council", checkedOn: "2026-11-20" },
    address: "a@worcester.gov.uk",
  };
  expect((await send(front, path, one, { ...fields, party: "Red", version })).status).toBe(303);
  const late = await send(front, path, other, { ...fields, party: "Blue", version });
  expect(late.status).toBe(409);
  expect(late.text).toContain('value="Blue"');
  expect(late.text).toContain("<dd>Red</dd>");
  const again = await send(front, path, other, { ...fields, party: "Blue", version: versionIn(late) });
  expect(again.status).toBe(303);
  expect(onlyTerm(await managed(site, person.publicId)).party).toBe("Blue");
});

test("the other two forms of a term: ending it, and saying that its address bounced", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const admin = await visitor(site, "admin");
  const person = await addedPerson(site, WARD, { address: "b@worcester.gov.uk" });
  const path = `/admin/representatives/${person.publicId}/terms/${onlyTerm(person).key}`;
  const version = () => see(front, path, admin).then(versionIn);
  const bounced = { intent: "address", addressState: "bounced", version: await version() };
  expect((await send(front, path, admin, bounced)).status).toBe(303);
  const queue = await see(front, "/admin/representatives?state=bounced", admin);
  expect(queue.text).toContain(person.name);
  const never = { intent: "end", endsOn: "never", version: await version() };
  expect((await send(front, path, admin, never)).status).toBe(422);
  const ended = { intent: "end", endsOn: "20 November 2026", version: await version() };
  expect((await send(front, path, admin, ended)).status).toBe(303);
  expect(onlyTerm(await managed(site, person.publicId, NOW)).isRunning).toBe(false);
  expect((await send(front, `${path}x`, admin, ended)).status).toBe(404);
});

test("merging shows both before it is done, and the old page of an admin leads on", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const admin = await visitor(site, "admin");
  const [kept, gone] = [await addedPerson(site, WARD), await addedPerson(site, WARD)];
  const path = `/admin/representatives/${kept.publicId}/merge`;
  const other = `http://localhost/representatives/${gone.publicId}`;
  const shown = await send(front, path, admin, { other });
  expect([shown.status, shown.text.includes(gone.name)]).toEqual([200, true]);
  expect((await send(front, path, admin, { other: "nobody" })).status).toBe(422);
  expect((await send(front, path, admin, { other: gone.publicId, sure: "on" })).status).toBe(303);
  const old = await see(front, `/admin/representatives/${gone.publicId}`, admin);
  expect(old.headers.location).toBe(`/admin/representatives/${kept.publicId}`);
});

test("an area's homepage and domain are corrected once; a shared suffix is no council's own domain", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const admin = await visitor(site, "admin");
  const path = "/admin/areas/E07000237";
  const version = versionIn(await see(front, path, admin));
  const fields = { name: "Worcester City Council", homepageUrl: "https://www.city.example/", version };
  for (const domain of ["gov.uk", "https://x.gov.uk", "worcester"])
    expect((await send(front, path, admin, { ...fields, domain })).status).toBe(422);
  expect((await send(front, path, admin, { ...fields, domain: "www.City.example" })).status).toBe(303);
  expect((await see(front, path, admin)).text).toContain('value="city.example"');
  expect((await send(front, path, admin, { ...fields, domain: "other.example" })).status).toBe(409);
  const found = await see(front, "/admin/areas?q=worcester+city&level=council", admin);
  expect(found.text).toContain(path);
});
