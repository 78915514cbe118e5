import { expect, test } from "vitest";
import { readCountedLedger, readLedger } from "#app/domain/forwarding/ledger.server.ts";
import { openLedger } from "#app/domain/forwarding/ledger-view.server.ts";
import { listTold } from "#app/domain/forwarding/queries.server.ts";
import { recipientOf } from "#app/domain/forwarding/recipient.server.ts";
import { listUntold } from "#app/domain/forwarding/untold.server.ts";
import { addDays } from "#app/domain/time/london.ts";
import {
  ARBORETUM,
  councillor,
  forwardingSite,
  petitionWith,
  runSlot,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "./scene.ts";

const TEN = tenOn(TUESDAY);

test("with forwarding off everybody in the ledger would be told of their published count", async () => {
  const site = await forwardingSite();
  await councillor(site, { name: "Pat Example" });
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
    ["upper", "E10000034", 900],
  ]);
  const { rows, count } = await listTold(site.db.read, { campaignId: petition.id, forwarding: "off" }, TEN);
  expect(count).toBe(2);
  expect(rows).toMatchObject([
    { kind: "mp", areaName: "Worcester", count: 214, toldCount: 0, state: "would_be_told" },
    { kind: "councillor", name: "Pat Example", areaName: "Arboretum", count: 38, state: "would_be_told" },
  ]);
});

test("a rehearsal is shown for invented people; nothing of it stands against a real one", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
  ]);
  await runSlot(site, TUESDAY);
  const list = { campaignId: petition.id, forwarding: "rehearsal" } as const;
  const { rows } = await listTold(site.db.read, list, tenOn(addDays(TUESDAY, 1)));
  expect(rows).toMatchObject([
    { kind: "mp", state: "would_be_told", toldCount: 0, toldAt: undefined },
    { kind: "councillor", state: "rehearsed", toldCount: 1, toldAt: TEN },
  ]);
});

test("the ledger is read in pages, largest number first, and a page knows of how many it is one", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
  ]);
  const { read } = site.db;
  const campaign = { id: petition.id, bodyGss: "" };
  const view = await openLedger(read, { campaign, forwarding: "off" }, TEN);
  const areas = async (offset: number) =>
    (await readLedger(read, view, { limit: 1, offset })).map((row) => row.areaName);
  expect((await readCountedLedger(read, view, { limit: 1 })).count).toBe(2);
  expect([await areas(0), await areas(1), await areas(2)]).toEqual([["Worcester"], ["Arboretum"], []]);
  const first = await listTold(read, { campaignId: petition.id, forwarding: "off", limit: 1 }, TEN);
  expect([first.count, first.rows.map((row) => row.areaName)]).toEqual([2, ["Worcester"]]);
});

test("the places for which no address is known are counted by council and county", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  await councillor(site, { gssCode: "E05015850", email: "" });
  await councillor(site, { gssCode: "E05015851", endsOn: "2026-05-01" });
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
    ["ward", "E05015850", 30],
    ["ward", "E05015851", 20],
  ]);
  expect(await listUntold(site.db.read, petition.id, TUESDAY)).toEqual([
    { level: "ward", name: "Worcester", areaCount: 2 },
  ]);
});

test("an address is made in one place: for rehearsal, for real, or not at all", async () => {
  const { keyring } = await forwardingSite();
  const to = {
    termId: "term",
    publicId: "abcdefghij",
    isInvented: false,
    address: keyring.seal({ table: "terms", column: "address", rowId: "term" }, "pat@council.example"),
  };
  expect(recipientOf(keyring, to, "rehearsal")).toBe("rep-abcdefghij@rehearsal.invalid");
  expect(recipientOf(keyring, to, "live")).toBe("pat@council.example");
  expect(() => recipientOf(keyring, to, "off")).toThrow("FORWARDING=off");
  expect(() => recipientOf(keyring, { ...to, isInvented: true }, "live")).toThrow("invented");
});
