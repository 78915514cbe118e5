import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { confirmedSignature, NOW, openLetter, openPetition } from "#tests/factories.ts";
import { type PdfRead, readPdf } from "#tests/http/pdf-text.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

async function readFile(site: TestSite, path: string): Promise<PdfRead> {
  const response = await (await openPages(site)).get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/pdf");
  return readPdf(Buffer.from(await response.arrayBuffer()));
}

test("a letter's file is set as the letter with those who show their name, in the organiser's order and then by name", async () => {
  const site = await testSite();
  const letter = await openLetter(site, { title: "Answer our families", why: "We write as parents." });
  const shown: { id: string }[] = [];
  for (const name of ["Łukasz Ashdown", "Bryn Tansley", "Zoë Penhale"])
    shown.push(await confirmedSignature(site, letter, { name, showName: true }));
  await confirmedSignature(site, letter, { name: "Hidden Person" });
  await publishTallies(site, letter.id, NOW);
  await site.db.transaction("order and vouch", async (tx) => {
    const { publicNames } = tx.tables;
    await tx
      .update(publicNames)
      .set({ position: 1, role: "Head teacher", organisation: "Elmbridge Primary School" })
      .where(eq(publicNames.signatureId, shown[2]?.id ?? ""));
  });
  const { text, tags, raw } = await readFile(site, `/letters/${letter.slug}/letter.pdf`);
  const inOrder = [
    "Worcester, 20 November 2026",
    "Worcestershire County Council",
    "Answer our families",
    "Dear Director,",
    "We write as parents.",
    "Answer every family in time",
    "Yours faithfully,",
    "Wren Applegarth",
    "4 people have signed.",
    "Counted on 25 November 2026",
    "Zoë Penhale",
    "Head teacher, Elmbridge Primary School",
    "Bryn Tansley",
    "ukasz Ashdown",
    "And 1 person who does not show their name.",
    `/p/${letter.number}`,
    "This is page",
  ];
  let from = text.indexOf("Demonstration");
  for (const words of inOrder) {
    const at = text.indexOf(words, Math.max(from, 0));
    expect(at, `${words} in ${text}`).toBeGreaterThan(-1);
    from = at;
  }
  expect(text).not.toContain("Hidden");
  expect(text).not.toContain("WR5");
  for (const tag of ["Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Figure"])
    expect(tags, tag).toContain(tag);
  expect(raw).toContain("/Lang (en-GB)");
  expect(raw).toContain("/DisplayDocTitle true");
  expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(raw).not.toMatch(/Helvetica/);
  expect(raw).toContain("AtkinsonHyperlegibleNext");
});

test("a name in letters that the file has no font for is counted, not garbled", async () => {
  const site = await testSite();
  const letter = await openLetter(site);
  await confirmedSignature(site, letter, { name: "李小龍", showName: true });
  await publishTallies(site, letter.id, NOW);
  const { text } = await readFile(site, `/letters/${letter.slug}/letter.pdf`);
  expect(text).toContain("One more name is written in letters that this file cannot show");
  expect(text).not.toContain("?");
});

test("names that a campaign does not show are in no file, and what is not public has none", async () => {
  const site = await testSite();
  const letter = await openLetter(site, { showsNames: false });
  await confirmedSignature(site, letter, { name: "Bryn Tansley", showName: true });
  await publishTallies(site, letter.id, NOW);
  const { text } = await readFile(site, `/letters/${letter.slug}/letter.pdf`);
  expect(text).toContain("1 person who does not show their name.");
  expect(text).not.toContain("Bryn");
  const pages = await openPages(site);
  const rejected = await openLetter(site, { state: "rejected", reason: "wrong_body" });
  const hidden = await openLetter(site, { state: "hidden" });
  expect((await pages.get(`/letters/${rejected.slug}/letter.pdf`)).status).toBe(404);
  expect((await pages.get(`/letters/${rejected.slug}/print`)).status).toBe(404);
  expect((await pages.get(`/letters/${hidden.slug}/letter.pdf`)).status).toBe(410);
});

test("a petition is handed over in the same way, without greeting and close", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { title: "More buses", why: "There are two a day." });
  await confirmedSignature(site, petition);
  const { text } = await readFile(site, `/petitions/${petition.slug}/petition.pdf`);
  expect(text).toContain("More buses");
  expect(text).toContain("Started by Wren Applegarth");
  expect(text).toContain("1 person has signed.");
  expect((await (await openPages(site)).get("/letters/anything/petition.pdf")).status).toBe(404);
});

test("the page for printing holds the letter, the names and the code that leads back", async () => {
  const site = await testSite();
  const letter = await openLetter(site);
  await confirmedSignature(site, letter, { name: "Bryn Tansley", showName: true });
  await confirmedSignature(site, letter);
  await publishTallies(site, letter.id, NOW);
  const pages = await openPages(site);
  const text = await pages.read(`/letters/${letter.slug}/print`);
  expect(text).toContain("Dear Director,");
  expect(text).toContain("2 people have signed.");
  expect(text).toContain("Bryn Tansley And 1 person who does not show their name.");
  const response = await pages.get(`/letters/${letter.slug}/print`);
  expect(response.headers.get("X-Robots-Tag")).toBe("noindex");
  expect(await response.text()).toMatch(/QR code that opens \S+\/p\/\d+/);
});
