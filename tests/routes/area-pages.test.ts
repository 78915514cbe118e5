import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { councillor, petitionWith, WORCESTER } from "#tests/domain/forwarding/scene.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

const WORCESTERSHIRE = "E10000034";

test("all councils stand on one page, by nation, region and kind, with what each kind does", async () => {
  const pages = await openPages(await testSite());
  const html = await (await pages.get("/councils")).text();
  expect(html.match(/href="\/councils\/[a-z0-9-]+">/g)).toHaveLength(383);
  const text = await pages.read("/councils");
  expect(text).toContain("382 councils.");
  expect(text).toMatch(/England .* Scotland .* Wales .* Northern Ireland/);
  expect(text).toContain("County councils : each runs schools and special educational needs");
  expect(text).toContain("the Education Authority does");
});

test("a list of areas is searched by name, of constituencies by member too", async () => {
  const pages = await openPages(await testSite());
  expect(await pages.read("/councils?q=worcestershire")).toContain(
    "1 council by the name of “worcestershire”",
  );
  expect(await pages.read("/councils?q=nowhere")).toContain("0 councils by the name of “nowhere”");
  const found = await pages.read("/constituencies?q=tom+collins");
  expect(found).toContain("1 constituency by the name of");
  expect(found).toContain("Worcester Tom Collins, Labour");
  expect(await pages.read("/constituencies")).toContain("650 constituencies.");
});

test("a county shows its own tier, its divisions, its official figures, and that no rule is known", async () => {
  const site = await testSite();
  await petitionWith(
    site,
    [
      ["upper", WORCESTERSHIRE, 120],
      ["lower", "E07000237", 40],
    ],
    { title: "Plans in time" },
  );
  const text = await (await openPages(site)).read("/councils/worcestershire");
  expect(text).toContain("County council · West Midlands · runs schools and special educational needs");
  expect(text).toContain("120 signatures from here to 1 open campaign.");
  expect(text).toContain("Plans in time To Worcestershire County Council 120");
  expect(text).toContain("We do not know the councillors of 53 divisions yet.");
  expect(text).toContain("517 of 1,389 plans were finished in time in 2024.");
  expect(text).toContain("England: 48% in 2022");
  expect(text).toContain("Widespread or systemic failings Report of 15 July 2024.");
  expect(text).toContain("We do not know this council’s rule for a debate yet.");
  expect(text).toContain("6 districts Bromsgrove District Council");
});

test("a district leads to its county and shows no figures of schools, nor its unchecked rule", async () => {
  const site = await testSite();
  await petitionWith(site, [
    ["upper", WORCESTERSHIRE, 120],
    ["lower", "E07000237", 40],
  ]);
  const text = await (await openPages(site)).read("/councils/worcester");
  expect(text).toContain("40 signatures from here to 1 open campaign.");
  expect(text).not.toContain("120");
  expect(text).toContain("Schools and special educational needs are run by Worcestershire County Council");
  expect(text).toContain("We do not know this council’s rule for a debate yet.");
  expect(text).toContain("Tom Collins MP for Worcester · Labour · all of Worcester lies in it");
});

test("Wales, Scotland and Northern Ireland are explained without English figures", async () => {
  const pages = await openPages(await testSite());
  expect(await pages.read("/councils/glasgow")).toContain("additional support needs (ASN)");
  expect(await pages.read("/councils/cardiff")).toContain("additional learning needs (ALN)");
  const belfast = await pages.read("/councils/belfast");
  expect(belfast).toContain("The Education Authority does");
  expect(belfast).not.toContain("Department for Education");
});

test("a ward says who speaks for it, what was signed there and what lies around it", async () => {
  const site = await testSite();
  await councillor(site, { name: "Pat Example", party: "Independent" });
  await petitionWith(site, [
    ["ward", "E05015849", 38],
    ["lower", "E07000237", 60],
  ]);
  const pages = await openPages(site);
  const text = await pages.read("/councils/worcester/wards/arboretum");
  expect(text).toContain("Ward of Worcester City Council");
  expect(text).toContain("38 signatures from here to 1 open campaign.");
  expect(text).toMatch(/Pat Example Invented person Councillor for Arboretum · Independent/);
  expect(text).toMatch(/Its constituency Worcester .*Its councils Worcester City Council/);
  expect(text).not.toContain(" 60 ");
  const division = await pages.read("/councils/worcestershire/divisions/bedwardine");
  expect(division).toContain("Division of Worcestershire County Council");
  expect(division).toContain("We do not know the councillors of this division yet.");
});

test("a constituency names its member with since when, source and day, its councils and wards", async () => {
  const site = await testSite();
  await petitionWith(site, [["constituency", WORCESTER, 214]]);
  const pages = await openPages(site);
  const text = await pages.read("/constituencies/worcester");
  expect(text).toMatch(
    /Tom Collins MP for Worcester · Labour Since 4 July 2024\. Source: members\.parliament\.uk/,
  );
  expect(text).toContain("checked 20 August 2026");
  expect(text).toContain("214 signatures from here to 1 open campaign.");
  expect(text).toContain("Would be told: 214");
  expect(text).toMatch(/Councils here Worcestershire County Council Worcester City Council/);
});

test("a code leads to the address made of names; what nobody knows is not found", async () => {
  const pages = await openPages(await testSite());
  const leads = async (path: string) => (await pages.get(path)).headers.get("Location");
  expect(await leads("/councils/E10000034")).toBe("/councils/worcestershire");
  expect(await leads("/councils/E08000016")).toBe("/councils/barnsley");
  expect(await leads("/constituencies/E14001597")).toBe("/constituencies/worcester");
  expect(await leads("/councils/E07000237/wards/E05015849")).toBe("/councils/worcester/wards/arboretum");
  for (const path of [
    "/councils/nowhere",
    "/councils/E99999999",
    "/constituencies/nowhere",
    "/councils/worcester/wards/altrincham",
    "/councils/worcester/divisions/arboretum",
    "/representatives/nobody",
  ])
    expect((await pages.get(path)).status).toBe(404);
});

test("a council that has ended says so and names what came after it", async () => {
  const site = await testSite();
  await endCouncil(site);
  const text = await (await openPages(site)).read("/councils/worcester");
  expect(text).toContain("Worcester City Council has ended Its last day was 31 March 2026.");
  expect(text).toContain("After it came Redditch Borough Council and Wychavon District Council .");
  expect(text).not.toContain("Who speaks for people here");
});

async function endCouncil(site: TestSite): Promise<void> {
  await site.db.transaction("end a council", async (tx) => {
    const { areas, areaSuccessors } = tx.tables;
    await tx.update(areas).set({ endsOn: "2026-03-31" }).where(eq(areas.gssCode, "E07000237"));
    const successors = ["E07000236", "E07000238"].map((successorGss) => ({
      gssCode: "E07000237",
      successorGss,
    }));
    await tx.insert(areaSuccessors).values(successors);
  });
}

test("a representative has a page with source and day, and never an address", async () => {
  const site = await testSite();
  const { publicId } = await councillor(site, { name: "Pat Example", email: "pat@councillors.example" });
  await petitionWith(site, [["ward", "E05015849", 38]], { title: "Plans in time" });
  const pages = await openPages(site);
  const html = await (await pages.get(`/representatives/${publicId}`)).text();
  expect(html).not.toContain("councillors.example");
  const text = await pages.read(`/representatives/${publicId}`);
  expect(text).toContain("Councillor for Arboretum, Worcester City Council");
  expect(text).toContain("An invented person");
  expect(text).toContain("Source: council.example, checked 1 October 2026.");
  expect(text).toMatch(/Plans in time Arboretum 38 .*Would be told: 38/);
});
