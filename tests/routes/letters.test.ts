import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { confirmedSignature, NOW, openLetter } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

test("a letter reads as one: place and date, to whom, greeting, words, demands, close and sender, then the form", async () => {
  const site = await testSite();
  const letter = await openLetter(site, {
    title: "Answer our families",
    why: "We write as parents.\n\nOur children wait.",
    asks: ["Answer every family in time", "Publish how long families wait"],
  });
  await site.db.transaction("name recipients", async (tx) => {
    const { namedRecipients } = tx.tables;
    const common = {
      ...{
        campaignId: letter.id,
        email: "",
        sourceUrl: "",
        representativeId: "",
        reason: "",
        accountId: "a",
      },
      ...{ createdAt: NOW, settledAt: NOW, settledBy: "m", organisation: "Worcestershire County Council" },
    };
    await tx.insert(namedRecipients).values([
      {
        ...common,
        id: "3",
        publicId: "r3",
        position: 3,
        name: "",
        role: "Not seen",
        isCopy: false,
        state: "waiting",
      },
      {
        ...common,
        id: "2",
        publicId: "r2",
        position: 2,
        name: "",
        role: "The Leader",
        isCopy: true,
        state: "accepted",
      },
      {
        ...common,
        id: "1",
        publicId: "r1",
        position: 1,
        name: "Orla Penhale",
        role: "Director",
        isCopy: false,
        state: "accepted",
      },
    ]);
  });
  const text = await (await openPages(site)).read(`/letters/${letter.slug}`);
  const inOrder = [
    "Open letter to Worcestershire County Council · from Wren Applegarth",
    "Answer our families",
    "Nobody has signed this letter yet.",
    "Worcester, 20 November 2026",
    "Orla Penhale , Director , Worcestershire County Council",
    "Copy to The Leader, Worcestershire County Council",
    "Dear Director,",
    "We write as parents. Our children wait.",
    "We ask: Answer every family in time Publish how long families wait",
    "Yours faithfully, Wren Applegarth",
    "Your name",
    "Who is told",
  ];
  const places = inOrder.map((words) => text.indexOf(words));
  expect(
    places.every((place) => place >= 0),
    JSON.stringify(places),
  ).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).not.toContain("Not seen");
});

test("a letter's page counts people, and a letter whose words end with a colon leads on to its demands itself", async () => {
  const site = await testSite();
  const letter = await openLetter(site, { why: "We write as parents. Please:" });
  await confirmedSignature(site, letter);
  await confirmedSignature(site, letter);
  const text = await (await openPages(site)).read(`/letters/${letter.slug}`);
  expect(text).toContain("2 people have signed this letter.");
  expect(text).not.toContain("We ask:");
});

test("a letter that was not published says why, and is called a letter", async () => {
  const site = await testSite();
  const letter = await openLetter(site, { state: "rejected", reason: "wrong_body" });
  const text = await (await openPages(site)).read(`/letters/${letter.slug}`);
  expect(text).toContain("This open letter was rejected");
  expect(text).not.toContain("Petition to");
  expect(text).toContain("Open letters that you can sign");
});

test("a page of signatories beyond the last is the last", async () => {
  const site = await testSite();
  const letter = await openLetter(site);
  await confirmedSignature(site, letter, { name: "Wren Applegarth", showName: true });
  await publishTallies(site, letter.id, NOW);
  const text = await (await openPages(site)).read(`/letters/${letter.slug}/signatories?page=99`);
  expect(text).toContain("Wren Applegarth");
  expect(text).not.toContain("Page 99");
});

test("nobody is asked about the rules of a council on a letter, and no number of theirs is published", async () => {
  const site = await testSite();
  const letter = await openLetter(site);
  const ids = [];
  for (let n = 0; n < 6; n += 1)
    ids.push((await confirmedSignature(site, letter, { handIn: true, connection: "live" })).id);
  const { signatures } = site.db.tables;
  const kept = await site.db.read.select().from(signatures).where(inArray(signatures.id, ids));
  expect(kept.filter(({ handIn, connection }) => handIn || connection !== "")).toEqual([]);
  await publishTallies(site, letter.id, NOW);
  const pages = await openPages(site);
  expect(await pages.read(`/letters/${letter.slug}`)).not.toContain("let us hand their name");
  expect(JSON.parse(await (await pages.get(`/letters/${letter.slug}.json`)).text())).toMatchObject({
    data: { attributes: { hand_in_count: null, connected_count: null } },
  });
});
