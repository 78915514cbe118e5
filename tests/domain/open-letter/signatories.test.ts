import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  type OrderAct,
  orderSignatories,
  signatoryHandle,
} from "#app/domain/open-letter/order-signatories.server.ts";
import { foreignLetters, organisationKey } from "#app/domain/open-letter/organisation-key.ts";
import { countPrintedNames, listCoSigners } from "#app/domain/open-letter/printed-names.server.ts";
import {
  findSignatories,
  listFirstSignatories,
  listPutFirst,
  listSignatories,
  UNORDERED,
} from "#app/domain/open-letter/signatories.server.ts";
import { foundOrganisations } from "#app/domain/open-letter/signatory-search.ts";
import { sortKey, surnameKey } from "#app/domain/signature/identity.ts";
import { confirmedSignature } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { letterScene, publish, settle } from "./lettering.ts";

const NAMES = ["Éva Zander", "ada Byron", "Bo van der Berg", "Ann O’Hara", "Zoe Adams"];

async function signedBy(site: TestSite, names: readonly string[]) {
  const scene = await letterScene(site);
  const ids = new Map<string, string>();
  for (const name of names)
    ids.set(name, (await confirmedSignature(site, scene.letter, { name, showName: true })).id);
  await publish(site, scene.letter);
  const campaignId = scene.letter.id;
  const act = (name: string, what: OrderAct) =>
    orderSignatories(site, {
      ...{ campaignId, name, act: what },
      handle: signatoryHandle(site.keyring, ids.get(name) ?? ""),
    });
  return { ...scene, campaignId, ids, act };
}

test("signatories stand by name whatever the capitals and accents, and only once their names are published", async () => {
  const site = await testSite();
  const { campaignId, letter } = await signedBy(site, NAMES);
  await confirmedSignature(site, letter, { name: "Late Comer", showName: true });
  await confirmedSignature(site, letter, { name: "Nobody Shown" });
  const people = await listSignatories(site.db.read, { campaignId, page: 1 });
  expect(people.map(({ name }) => name)).toEqual([
    "ada Byron",
    "Ann O’Hara",
    "Bo van der Berg",
    "Éva Zander",
    "Zoe Adams",
  ]);
  expect(await countPrintedNames(site.db.read, campaignId)).toBe(5);
  expect(await listSignatories(site.db.read, { campaignId, page: 2 })).toEqual([]);
});

test("organisers put some first and move them; the others follow by name", async () => {
  const site = await testSite();
  const { campaignId, act } = await signedBy(site, NAMES);
  const names = async () =>
    (await listFirstSignatories(site.db.read, { campaignId, limit: 4 })).map(({ name }) => name);
  expect(await act("Zoe Adams", "put_first")).toBe("ordered");
  expect(await act("Éva Zander", "put_first")).toBe("ordered");
  expect(await act("Zoe Adams", "put_first")).toBe("ordered");
  expect(await names()).toEqual(["Zoe Adams", "Éva Zander", "ada Byron", "Ann O’Hara"]);
  await act("Éva Zander", "up");
  await act("Éva Zander", "up");
  expect(await names()).toEqual(["Éva Zander", "Zoe Adams", "ada Byron", "Ann O’Hara"]);
  await act("Éva Zander", "down");
  await act("Zoe Adams", "take_out");
  expect(await names()).toEqual(["Éva Zander", "ada Byron", "Ann O’Hara", "Bo van der Berg"]);
  expect((await listPutFirst(site.db.read, campaignId)).map(({ name }) => name)).toEqual(["Éva Zander"]);
  expect(await act("Not There", "put_first")).toBe("unknown");
  const stolen = { campaignId, name: "ada Byron", handle: "0000000000000000", act: "put_first" as const };
  expect(await orderSignatories(site, stolen)).toBe("unknown");
});

test("at most thirty stand first, also where two organisers press at once", async () => {
  const site = await testSite();
  const many = Array.from({ length: 32 }, (_, index) => `Person ${String.fromCharCode(65 + index)}x Name`);
  const { campaignId, act } = await signedBy(site, many);
  const outcomes = await Promise.all(many.map((name) => act(name, "put_first")));
  expect(outcomes.filter((outcome) => outcome === "full")).toHaveLength(2);
  const first = await site.db.read
    .select()
    .from(site.db.tables.publicNames)
    .where(sql`${site.db.tables.publicNames.position} < ${UNORDERED}`);
  expect(first.map(({ position }) => position).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
  expect(await listPutFirst(site.db.read, campaignId)).toHaveLength(30);
});

test("names are found by how they begin, first or last, and people by their organisation once it is vouched for", async () => {
  const site = await testSite();
  const { campaignId, letter, moderatorId, act } = await signedBy(site, NAMES);
  const bursar = { name: "Cy Dale", role: "Bursar", organisation: "The Adams Trust", showName: true };
  const cy = await confirmedSignature(site, letter, bursar);
  await publish(site, letter);
  const find = async (q: string) =>
    (await findSignatories(site.db.read, { campaignId, q })).people.map(({ name }) => name);
  expect(await find("eva")).toEqual(["Éva Zander"]);
  expect(await find("ADA")).toEqual(["ada Byron", "Zoe Adams"]);
  await settle(site, moderatorId, cy.id);
  expect(await find("ada")).toEqual(["ada Byron", "Cy Dale", "Zoe Adams"]);
  await act("Éva Zander", "put_first");
  expect(await find("eva")).toEqual(["Éva Zander"]);
  expect(await find("yron")).toEqual([]);
  expect(await find("%")).toEqual([]);
  expect(await find("")).toEqual([]);
});

test("organisations stand apart from people and are found by any of their words", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const chair = { role: "Chair", organisation: "Parents Together", onBehalf: true, showName: true };
  const ann = await confirmedSignature(site, letter, { name: "Ann Vale", ...chair });
  await settle(site, moderatorId, ann.id);
  await publish(site, letter);
  const organisations = await listCoSigners(site.db.read, letter.id);
  expect(organisations).toEqual(["Parents Together"]);
  expect(foundOrganisations(organisations, "toge")).toEqual(["Parents Together"]);
  expect(foundOrganisations(organisations, "gether")).toEqual([]);
  expect(await listSignatories(site.db.read, { campaignId: letter.id, page: 1 })).toMatchObject([
    { name: "Ann Vale", role: "Chair", organisation: "Parents Together" },
  ]);
});

test("an organisation's key folds what is written differently, and not what only looks alike", () => {
  const same = [
    "St Mary’s School",
    "the ST. MARYS SCHOOL Ltd",
    "St Mary's\u200b School",
    "St  Mary's School, Limited",
  ];
  expect(new Set(same.map(organisationKey))).toEqual(new Set(["st marys school"]));
  expect(organisationKey("St Mаry’s School")).not.toBe("st marys school");
  expect(foreignLetters("St Mаry’s School")).toEqual(["а (Cyrillic)"]);
  expect(foreignLetters("Éva’s Café")).toEqual([]);
  expect(organisationKey("The")).toBe("the");
  expect(organisationKey("Ltd")).toBe("ltd");
});

test("a long list is read and searched by index", async () => {
  const site = await testSite();
  const { letter } = await letterScene(site);
  const { publicNames } = site.db.tables;
  const rows = Array.from({ length: 3000 }, (_, index) => {
    const name = `Given${index % 997} Family${index}`;
    return {
      ...{ signatureId: `s-${index}`, campaignId: letter.id, name, sortKey: sortKey(name) },
      ...{ surnameKey: surnameKey(name), isPublished: true, isHeld: false },
      ...(index % 50 === 0 ? { organisation: `School ${index}`, organisationKey: `school ${index}` } : {}),
    };
  });
  for (let from = 0; from < rows.length; from += 500)
    await site.db.transaction("many names", async (tx) => {
      await tx.insert(publicNames).values(rows.slice(from, from + 500));
    });
  if (site.db.engine === "postgres")
    await site.db.transaction("analyse", async (tx) => {
      await tx.rows(sql`analyze public_names`);
    });
  const [yes, no] = (site.db.engine === "postgres" ? ["true", "false"] : ["1", "0"]).map(sql.raw);
  const shown = sql`campaign_id = ${letter.id} and is_published = ${yes} and is_held = ${no}`;
  const until = (key: string) => `${key}\u{10ffff}`;
  const plans: [query: ReturnType<typeof sql>, index: string][] = [
    [
      sql`select name from public_names where ${shown} order by position, sort_key, signature_id limit 100`,
      "public_names_in_order",
    ],
    [
      sql`select name from public_names where ${shown} and position = ${UNORDERED} and sort_key >= ${"given12"} and sort_key < ${until("given12")} order by sort_key limit 101`,
      "public_names_in_order",
    ],
    [
      sql`select name from public_names where ${shown} and surname_key >= ${"family77"} and surname_key < ${until("family77")} order by surname_key limit 101`,
      "public_names_by_surname",
    ],
  ];
  for (const [query, index] of plans) {
    const explain = site.db.engine === "postgres" ? sql`explain` : sql`explain query plan`;
    const plan = JSON.stringify(await site.db.read.rows(sql`${explain} ${query}`));
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan|SCAN public_names(?! USING)/);
  }
  const { people, isCut } = await findSignatories(site.db.read, { campaignId: letter.id, q: "family2" });
  expect([people.length, isCut]).toEqual([100, true]);
});
