import { expect, test } from "vitest";
import { councillor } from "#tests/domain/forwarding/scene.ts";
import { testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

async function read(path: string): Promise<string> {
  return (await openPages(await testSite())).read(path);
}

test("a postcode tells every level that speaks for it, and that nobody may keep the page", async () => {
  const site = await testSite();
  await councillor(site, { name: "Pat Example", gssCode: "E05015856" });
  const pages = await openPages(site);
  const response = await pages.get("/areas?postcode=wr5%202np");
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  const text = await pages.read("/areas?postcode=wr5+2np");
  expect(text).toContain("You live in the constituency of Worcester");
  expect(text).toContain("Tom Collins MP for Worcester · Labour");
  expect(text).toContain("Worcestershire County Council runs schools and special educational needs");
  expect(text).toMatch(/Your part of it is the division of Nunnery/);
  expect(text).toMatch(/Your part of it is the ward of Nunnery/);
});

test("without a postcode there is a form; a bad one comes back with what to do", async () => {
  const pages = await openPages(await testSite());
  expect((await pages.get("/areas")).status).toBe(200);
  const response = await pages.get("/areas?postcode=banana");
  expect(response.status).toBe(422);
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  const html = await response.text();
  expect(html).toContain("Enter a full postcode, like WR5 2NP");
  expect(html).toMatch(/<input[^>]*name="postcode"[^>]*value="banana"/);
});

test("in Northern Ireland one chooses council and constituency, and is shown the same page", async () => {
  const text = await read("/areas?postcode=BT1+1AA");
  expect(text).toContain("Northern Ireland’s postcodes is not free to use");
  expect(text).toContain("Belfast City Council");
  expect(text).not.toContain("Worcester");
  const chosen = await read("/areas?postcode=BT1+1AA&council=N09000003&constituency=N05000001");
  expect(chosen).toContain("Belfast City Council looks after bins");
  expect(chosen).toContain("Gavin Robinson MP for Belfast East");
  expect(chosen).not.toContain("Choose your places");
});

test("a re-warded council offers its wards; the chosen one is shown", async () => {
  const pages = await openPages(await testSite());
  const html = await (await pages.get("/areas?postcode=SY1+1AA")).text();
  const [, ward] = /href="\/areas\?postcode=SY11AA&amp;ward=(E05\d{6})"/.exec(html) ?? [];
  expect(ward).toBeDefined();
  const text = await pages.read(`/areas?postcode=SY1+1AA&ward=${ward}`);
  expect(text).toContain("Your part of it is the ward of");
  expect(text).not.toContain("Which is your ward?");
});

test("a choice that contradicts the postcode changes nothing", async () => {
  const text = await read("/areas?postcode=WR5+2NP&council=E08000009&constituency=E14001597&ward=E05014924");
  expect(text).toContain("Worcester City Council");
  expect(text).not.toContain("Trafford");
});

test("crown dependencies, territories, forces, unknown postcodes and those of no place are explained", async () => {
  const pages = await openPages(await testSite());
  expect(await pages.read("/areas?postcode=JE2+3AB")).toContain("Jersey is not part of the United Kingdom");
  expect(await pages.read("/areas?postcode=FIQQ1ZZ")).toContain(
    "Falkland Islands is a British overseas territory",
  );
  expect(await pages.read("/areas?postcode=BFPO+1")).toContain("British Forces post (BFPO)");
  expect(await pages.read("/areas?postcode=ZZ1+1ZZ")).toContain("We do not know this postcode");
  expect(await pages.read("/areas?postcode=GIR+0AA")).toContain("This postcode is not a place");
});

test("a county whose division is not known says so and leads to its divisions", async () => {
  const text = await read("/areas?postcode=GL50+1DZ");
  expect(text).toContain(
    "We cannot tell which is yours from your postcode. All divisions of Gloucestershire",
  );
});
