import { expect, test } from "vitest";
import { addPaper } from "#app/domain/paper/add-paper.server.ts";
import { findPaperCount } from "#app/domain/paper/paper-count.server.ts";
import { newPublicId } from "#app/domain/privacy/public-id.ts";
import { confirmedSignature, NOW, openLetter, openPetition } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { readPdf } from "#tests/http/pdf-text.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { see, send } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";
import { openPages, readable } from "./site-pages.ts";

async function countOf(site: TestSite, campaignId: string): Promise<number> {
  return (await findPaperCount(site.db.read, campaignId))?.count ?? 0;
}

test("signatures on paper are typed in and taken off by those who run it alone", async () => {
  const site = await testSite();
  const { front, base, petition, owner, editor, stranger, moderator } = await organiseScene(site);
  const path = `${base}/paper`;
  const rows = { intent: "rows", name1: "Wren Tansley", postcode1: "WR5 2NP" };
  const forms: Record<string, string>[] = [
    rows,
    { intent: "list", list: "Wren Tansley,WR5 2NP" },
    { intent: "remove", paper: "a" },
  ];
  for (const fields of forms) {
    expect((await front.ask(path, form(fields))).headers.location).toBe("/sign-in");
    for (const other of [stranger, moderator])
      expect((await send(front, path, other, fields)).status).toBe(403);
  }
  expect((await see(front, path, stranger)).status).toBe(403);
  expect(await countOf(site, petition.id)).toBe(0);
  const sent = await send(front, path, editor, { ...rows, words: "Market stall" });
  expect([sent.status, sent.headers.location]).toEqual([303, `${path}?done=added`]);
  expect(await countOf(site, petition.id)).toBe(1);
  const page = readable((await see(front, path, owner)).text);
  expect(page).toContain("and 1 on paper, counted by the organiser");
  expect(page).toContain("Market stall");
  expect(page).not.toContain("Wren Tansley");
  const [, paper = ""] = /name="paper" value="(\w+)"/.exec((await see(front, path, owner)).text) ?? [];
  expect((await send(front, path, owner, { intent: "remove", paper })).status).toBe(303);
  expect((await send(front, path, owner, { intent: "remove", paper })).status).toBe(409);
  expect(await countOf(site, petition.id)).toBe(0);
});

test("a sheet with a mistake comes back whole, each mistake at its row, and nothing of it is taken", async () => {
  const site = await testSite();
  const { front, base, petition, owner } = await organiseScene(site);
  const fields = {
    ...{ intent: "rows", name1: "Wren Tansley", postcode1: "WR5 2NP" },
    ...{ name3: "Bryn Ashdown", postcode3: "WR5" },
  };
  const answered = await send(front, `${base}/paper`, owner, fields);
  expect(answered.status).toBe(422);
  expect(answered.text).toMatch(/href="#postcode3"[^>]*>Row 3: Enter a full postcode/);
  for (const value of ["Wren Tansley", "WR5 2NP", "Bryn Ashdown"])
    expect(answered.text).toContain(`value="${value}"`);
  expect(await countOf(site, petition.id)).toBe(0);
  const empty = await send(front, `${base}/paper`, owner, { intent: "rows" });
  expect(empty.status).toBe(422);
});

test("who says so has the right rows taken and gets the others back, once each", async () => {
  const site = await testSite();
  const { front, base, petition, owner } = await organiseScene(site);
  const fields = {
    ...{ intent: "rows", goOn: "on", batch: "0123456789", name1: "Wren Tansley", postcode1: "WR5 2NP" },
    ...{ name7: "Bryn Ashdown", postcode7: "WR5" },
  };
  for (const _time of [1, 2]) {
    const answered = await send(front, `${base}/paper`, owner, fields);
    expect(answered.status).toBe(422);
    expect(readable(answered.text)).toContain("1 row is taken. This one is not");
    expect(answered.text).toMatch(/href="#postcode1"[^>]*>Row 1: Enter a full postcode/);
    expect(answered.text).toContain('value="Bryn Ashdown"');
    expect(answered.text).not.toContain('value="Wren Tansley"');
    expect(answered.text).not.toContain('name="batch" value="0123456789"');
    expect(await countOf(site, petition.id)).toBe(1);
  }
});

test("a list is taken from a file as spreadsheets save it, and a wrong line is named and stays to be mended", async () => {
  const site = await testSite();
  const { front, base, petition, owner } = await organiseScene(site);
  const upload = async (bytes: Uint8Array<ArrayBuffer>, goOn = "") => {
    const body = new FormData();
    body.set("intent", "list");
    body.set("listGoOn", goOn);
    body.set("list", "");
    body.set("file", new File([bytes], "names.csv", { type: "text/csv" }));
    const request = new Request("http://localhost", { method: "POST", body });
    return front.ask(`${base}/paper`, {
      method: "POST",
      body: Buffer.from(await request.arrayBuffer()),
      headers: {
        "Content-Type": request.headers.get("Content-Type") ?? "",
        Cookie: owner.cookie,
        "Sec-Fetch-Site": "same-origin",
      },
    });
  };
  const latin = Buffer.from("Name;Postcode\r\nSi\xe2n Penhale;WR5 2NP\r\nBryn;WR1\r\n", "latin1");
  const refused = await upload(new Uint8Array(latin));
  expect(refused.status).toBe(422);
  expect(readable(refused.text)).toContain("Line 3: Enter a full postcode");
  expect(refused.text).toContain("Siân Penhale");
  expect(await countOf(site, petition.id)).toBe(0);
  const partly = await upload(new Uint8Array(latin), "on");
  expect(partly.status).toBe(422);
  expect(readable(partly.text)).toContain("Line 1: Enter a full postcode");
  expect(partly.text).toMatch(/<textarea[^>]*>Bryn,WR1<\/textarea>/);
  expect(await countOf(site, petition.id)).toBe(1);
});

test("what stands on paper is said beside the count and in an attribute of its own, never in the count", async () => {
  const site = await testSite();
  const [petition, letter] = [await openPetition(site), await openLetter(site)];
  for (const campaign of [petition, letter]) {
    await confirmedSignature(site, campaign);
    const row = { name: "Wren Tansley", postcode: "WR52NP" };
    const batch = {
      campaignId: campaign.id,
      accountId: "a",
      publicId: newPublicId(),
      words: "",
      rows: [row],
    };
    await addPaper(site, batch, NOW);
  }
  const pages = await openPages(site);
  for (const path of [`/petitions/${petition.slug}`, `/letters/${letter.slug}`]) {
    expect(await pages.read(path)).toContain("And 1 on paper, counted by the organiser.");
    const { data } = await (await pages.get(`${path}.json`)).json();
    expect(data.attributes.signature_count).toBe(1);
    expect(data.attributes.paper_signature_count).toBe(1);
    expect(await (await pages.get(`${path}/count.json`)).json()).toMatchObject({ signature_count: 1 });
  }
  const file = await pages.get(`/letters/${letter.slug}/letter.pdf`);
  expect(readPdf(Buffer.from(await file.arrayBuffer())).text).toContain(
    "And 1 on paper, counted by the organiser.",
  );
});

test("the sheet says what is asked, by whom, what becomes of a name, and leads back", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { title: "More buses", asks: ["A bus every hour"] });
  const letter = await openLetter(site, { title: "Answer us" });
  const pages = await openPages(site);
  const sheet = readPdf(
    Buffer.from(await (await pages.get(`/petitions/${petition.slug}/sheet.pdf`)).arrayBuffer()),
  );
  for (const words of [
    "More buses",
    "A bus every hour",
    "Wren Applegarth",
    "By writing your name here",
    `/p/${petition.number}`,
  ])
    expect(sheet.text).toContain(words);
  expect(sheet.pageCount).toBe(2);
  for (const tag of ["Table", "TR", "TH", "Figure"]) expect(sheet.tags).toContain(tag);
  const other = readPdf(
    Buffer.from(await (await pages.get(`/letters/${letter.slug}/sheet.pdf`)).arrayBuffer()),
  );
  expect(other.text).toContain("Open letter to Worcestershire County Council");
  const hidden = await openPetition(site, { state: "hidden" });
  expect((await pages.get(`/petitions/${hidden.slug}/sheet.pdf`)).status).toBe(410);
});
