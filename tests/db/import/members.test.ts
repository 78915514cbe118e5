import { readFileSync } from "node:fs";
import { and, eq, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { listSitting } from "#app/domain/representative/queries.server.ts";
import type { Database } from "#db/database.ts";
import { referenceFile } from "#db/reference/read-csv.ts";
import { testDatabase } from "../../database.ts";
import { NOW } from "../../factories.ts";
import { testKeyring } from "../../set-up/keyring.ts";
import { fileOf, fixture, members, numbers } from "./importing.ts";

const WORCESTER = "E14001597";
const CSV = readFileSync(referenceFile("mps.csv"), "utf8");
const ALL_THE_SAME = { added: 0, changed: 0, ended: 0, unchanged: 650, refused: 0 };

function lineOf(gssCode: string): string {
  return CSV.split("\n").find((line) => line.startsWith(gssCode)) ?? "";
}

async function seatOf(db: Database, gssCode = WORCESTER) {
  const { terms, representatives } = db.tables;
  return db.read
    .select({ term: terms, name: representatives.name, key: representatives.sourceKey })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(eq(terms.gssCode, gssCode))
    .orderBy(terms.startsOn);
}

async function everything(db: Database) {
  const { terms, representatives } = db.tables;
  return [
    await db.read.select().from(terms).orderBy(terms.id),
    await db.read.select().from(representatives).orderBy(representatives.id),
  ];
}

test("the shipped file is known to the last row, and stays so however often it is imported", async () => {
  const db = await testDatabase();
  expect(numbers(await members(db, referenceFile("mps.csv")))).toEqual(ALL_THE_SAME);
  expect(numbers(await members(db, referenceFile("mps.csv")))).toEqual(ALL_THE_SAME);
  const { terms, stagedTerms } = db.tables;
  const [one] = await db.read.select().from(terms).where(eq(terms.gssCode, WORCESTER));
  expect(one?.checkedOn).toBe("2026-11-25");
  expect(await db.read.select().from(stagedTerms)).toEqual([]);
});

test("a by-election ends the old member's term on the day before and keeps them in the record", async () => {
  const db = await testDatabase();
  const [before] = await seatOf(db);
  const report = await members(db, fixture("members-api.json"), { isPartial: true });
  expect(numbers(report)).toEqual({ added: 1, changed: 0, ended: 1, unchanged: 0, refused: 0 });
  expect(report.notes).toEqual(["1 members of the Lords were left out."]);
  const [old, elected] = await seatOf(db);
  expect(old?.term).toMatchObject({
    id: before?.term.id,
    endsOn: "2026-10-14",
    address: before?.term.address,
  });
  expect(elected).toMatchObject({ name: "Dr Ida Larkspur", key: "parliament:990001" });
  expect(elected?.term).toMatchObject({ startsOn: "2026-10-15", endsOn: "", party: "Green Party" });
  expect(elected?.term).toMatchObject({ address: "", addressState: "unknown" });
  const on = (day: string) => listSitting(db.read, [WORCESTER], Date.parse(`${day}T12:00:00Z`));
  expect((await on("2026-10-14")).map((one) => one.name)).toEqual([before?.name]);
  expect((await on("2026-10-15")).map((one) => one.name)).toEqual(["Dr Ida Larkspur"]);

  const again = await members(db, fixture("members-api.json"), { isPartial: true });
  expect(numbers(again)).toEqual({ added: 0, changed: 0, ended: 0, unchanged: 1, refused: 0 });
  const older = await members(db, referenceFile("mps.csv"));
  expect(numbers(older)).toEqual({ ...ALL_THE_SAME, unchanged: 649, refused: 1 });
  expect(older.refused[0]?.reason).toContain("somebody else since 2026-10-15");
});

test("a member who has left, and a seat that a whole list leaves out, are ended", async () => {
  const db = await testDatabase();
  const value = {
    id: Number(lineOf(WORCESTER).split(",")[5]),
    nameDisplayAs: "Tom Collins",
    latestHouseMembership: {
      membershipFrom: "worcester",
      house: 1,
      membershipStartDate: "2024-07-04T00:00:00",
      membershipEndDate: "2026-11-03T00:00:00",
      membershipStatus: null,
    },
  };
  const left = fileOf("left.ndjson", `${JSON.stringify({ value })}\n`);
  expect(numbers(await members(db, left, { isPartial: true }))).toMatchObject({ ended: 1, added: 0 });
  expect((await seatOf(db))[0]?.term.endsOn).toBe("2026-11-03");
  expect(numbers(await members(db, left, { isPartial: true }))).toMatchObject({ ended: 0, unchanged: 1 });

  const vacant = fileOf(
    "vacant.csv",
    CSV.replace(`${lineOf("S14000060")}\n`, "").replace(`${lineOf(WORCESTER)}\n`, ""),
  );
  expect(numbers(await members(db, vacant))).toEqual({ ...ALL_THE_SAME, unchanged: 648, ended: 1 });
  expect((await seatOf(db, "S14000060"))[0]?.term.endsOn).toBe("2026-11-24");
});

test("a changed party, name or address is taken; what became of the same address stays", async () => {
  const db = await testDatabase();
  const { terms } = db.tables;
  await db.transaction("fates", async (tx) => {
    await tx.update(terms).set({ addressState: "bounced" }).where(eq(terms.gssCode, WORCESTER));
    await tx.update(terms).set({ addressState: "opted_out" }).where(eq(terms.gssCode, "S14000060"));
  });
  const changed = CSV.replace(
    lineOf(WORCESTER),
    lineOf(WORCESTER).replace(",Labour,", ",Independent,"),
  ).replace(lineOf("S14000060"), lineOf("S14000060").replace("kirsty.blackman.mp@", "kirsty.blackman@"));
  expect(numbers(await members(db, fileOf("mps.csv", changed)))).toEqual({
    ...ALL_THE_SAME,
    changed: 2,
    unchanged: 648,
  });
  expect((await seatOf(db))[0]?.term).toMatchObject({ party: "Independent", addressState: "bounced" });
  const moved = (await seatOf(db, "S14000060"))[0]?.term;
  expect(moved?.addressState).toBe("opted_out");
  const place = { table: "terms", column: "address", rowId: moved?.id ?? "" };
  expect(testKeyring().open(place, moved?.address ?? "")).toBe("kirsty.blackman@parliament.uk");
});

test("a dry run says the same and changes nothing, as does a file with a fault", async () => {
  const db = await testDatabase();
  const before = await everything(db);
  const told = { isPartial: true, isDryRun: true };
  expect(numbers(await members(db, fixture("members-api.json"), told))).toMatchObject({ added: 1, ended: 1 });
  const short = CSV.split("\n").slice(0, 300).join("\n");
  await expect(members(db, fileOf("half.csv", `${short}\n`))).rejects.toThrow("members of 299 seats, of 650");
  await expect(members(db, fileOf("twice.csv", `${CSV}${lineOf(WORCESTER)}\n`))).rejects.toThrow(
    "of the same member",
  );
  const two = CSV + lineOf(WORCESTER).replace(/,\d+,\d+,/, ",990009,,");
  await expect(members(db, fileOf("two.csv", `${two}\n`))).rejects.toThrow(`both hold the seat ${WORCESTER}`);
  expect(await everything(db)).toEqual(before);
});

test("a seat that is none is refused with the nearest names, and the rest goes in", async () => {
  const db = await testDatabase();
  const page = readFileSync(fixture("members-api.json"), "utf8");
  const report = await members(db, fileOf("api.json", page.replace('"Worcester"', '"Wocester"')), {
    isPartial: true,
  });
  expect(numbers(report)).toMatchObject({ added: 0, refused: 1 });
  expect(report.refused[0]).toEqual({
    row: "member 1",
    reason: expect.stringMatching(/"Wocester" is no constituency of today; nearest: .*Worcester/),
  });
  const folded = page.replace('"Worcester"', '"Queen’s Park & Maida Vale"');
  expect(numbers(await members(db, fileOf("api.json", folded), { isPartial: true }))).toMatchObject({
    added: 1,
  });
});

test("a member who is elected anew in the same seat has a second term with the same address", async () => {
  const db = await testDatabase();
  const [before] = await seatOf(db);
  const value = {
    id: Number(before?.key.replace("parliament:", "")),
    nameDisplayAs: before?.name,
    latestParty: { name: "Independent" },
    latestHouseMembership: {
      membershipFrom: "Worcester",
      house: 1,
      membershipStartDate: "2026-10-15T00:00:00",
    },
  };
  const report = await members(
    db,
    fileOf("again.json", JSON.stringify({ items: [{ value }], totalResults: 1 })),
    {
      isPartial: true,
    },
  );
  expect(numbers(report)).toMatchObject({ added: 1, ended: 1 });
  const [first, second] = await seatOf(db);
  expect(first?.term.endsOn).toBe("2026-10-14");
  expect(second?.term).toMatchObject({
    representativeId: first?.term.representativeId,
    addressHash: first?.term.addressHash,
    addressState: "good",
  });
  const { terms } = db.tables;
  const running = and(eq(terms.gssCode, WORCESTER), eq(terms.endsOn, ""), ne(terms.startsOn, ""));
  expect(await db.read.select().from(terms).where(running)).toHaveLength(1);
  expect(await listSitting(db.read, [WORCESTER], NOW)).toHaveLength(1);
});
