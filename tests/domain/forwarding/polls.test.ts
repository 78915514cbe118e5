import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addPoll } from "#app/domain/forwarding/add-poll.server.ts";
import { cancelPoll } from "#app/domain/forwarding/cancel-poll.server.ts";
import { dissolveParliament } from "#app/domain/forwarding/dissolve-parliament.server.ts";
import { findPolledArea } from "#app/domain/forwarding/find-polled-area.server.ts";
import { PollForm } from "#app/domain/forwarding/poll-form.ts";
import { listPolls, quietAreas } from "#app/domain/forwarding/polls.server.ts";
import { concerns, type PolledArea, usualQuietFrom } from "#app/domain/forwarding/polls.ts";
import type { Site } from "#app/domain/site.ts";
import { termSecrets } from "#db/import/terms/term-secrets.server.ts";
import { loadMembers } from "#db/reference/load-members.server.ts";
import type { PollKind } from "#db/tables/forwarding.ts";
import { NOW } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";

const WARD: PolledArea = { gssCode: "E05015849", level: "ward", parentGss: "E07000237", nation: "England" };
const DIVISION: PolledArea = {
  gssCode: "E58001800",
  level: "division",
  parentGss: "E10000034",
  nation: "England",
};
const COUNTY: PolledArea = { gssCode: "E10000034", level: "council", parentGss: "", nation: "England" };
const DISTRICT: PolledArea = {
  gssCode: "E07000237",
  level: "council",
  parentGss: "E10000034",
  nation: "England",
};
const SEAT: PolledArea = { gssCode: "E14001597", level: "constituency", parentGss: "", nation: "England" };
const WELSH: PolledArea = { gssCode: "W07000100", level: "constituency", parentGss: "", nation: "Wales" };
const PLACES = { WARD, DIVISION, COUNTY, DISTRICT, SEAT, WELSH };

function concerned(kind: PollKind, area: string): string[] {
  return Object.entries(PLACES).flatMap(([name, place]) => (concerns({ kind, area }, place) ? [name] : []));
}

function poll(changes: Record<string, string> = {}): PollForm {
  return PollForm.parse({
    kind: "local",
    name: "County election",
    place: "Worcestershire",
    pollOn: "6 May 2027",
    quietFrom: "22 March 2027",
    source: "worcestershire.gov.uk",
    ...changes,
  });
}

async function membersOn(site: Site, day: string): Promise<number> {
  const { terms, representatives } = site.db.tables;
  const rows = await site.db.read
    .select({ startsOn: terms.startsOn, endsOn: terms.endsOn })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(eq(representatives.kind, "mp"));
  return rows.filter((term) => term.startsOn <= day && (term.endsOn === "" || term.endsOn >= day)).length;
}

test("each kind of poll concerns those who stand in it, in its place and nowhere else", () => {
  expect(concerned("general", "")).toEqual(["SEAT", "WELSH"]);
  expect(concerned("general", "GB-WLS")).toEqual(["WELSH"]);
  expect(concerned("local", "E10000034")).toEqual(["DIVISION", "COUNTY"]);
  expect(concerned("local", "E07000237")).toEqual(["WARD", "DISTRICT"]);
  expect(concerned("mayoral", "E07000237")).toEqual(["WARD", "DISTRICT"]);
  expect(concerned("local", "")).toEqual(["WARD", "DIVISION", "COUNTY", "DISTRICT"]);
  expect(concerned("by_election", "E14001597")).toEqual(["SEAT"]);
  expect(concerned("by_election", "E10000034")).toEqual(["DIVISION", "COUNTY"]);
  expect(concerned("devolved", "GB-WLS")).toEqual(["WELSH"]);
  expect(concerned("referendum", "GB-ENG")).toEqual(["WARD", "DIVISION", "COUNTY", "DISTRICT", "SEAT"]);
});

test("the usual quiet days are 25 working days before a general election, six weeks before any other", () => {
  // As in 2024: dissolved on 30 May, poll on 4 July, no bank holiday between.
  expect(usualQuietFrom("general", "2024-07-04")).toBe("2024-05-30");
  // Easter Monday and the first bank holiday of May lie between.
  expect(usualQuietFrom("general", "2027-05-06")).toBe("2027-03-31");
  expect(usualQuietFrom("local", "2027-05-06")).toBe("2027-03-25");
  expect(poll({ quietFrom: "" }).quietFrom).toBe("2027-03-25");
});

test("a place is quiet from the first quiet day to the day of the poll, and no longer once it is called off", async () => {
  const site = await testSite();
  expect(await addPoll(site, { accountId: "admin", form: poll() }, NOW)).toBe("added");
  const isQuietOn = async (day: string) => (await quietAreas(site.db.read, day)).pollIn(DIVISION)?.name;
  expect(await isQuietOn("2027-03-21")).toBeUndefined();
  expect(await isQuietOn("2027-03-22")).toBe("County election");
  expect(await isQuietOn("2027-05-06")).toBe("County election");
  expect(await isQuietOn("2027-05-07")).toBeUndefined();
  expect((await quietAreas(site.db.read, "2027-04-01")).pollIn(SEAT)).toBeUndefined();
  const [listed] = await listPolls(site.db.read);
  expect(listed).toMatchObject({ areaName: "Worcestershire County Council", isCancelled: false });
  const cancel = { accountId: "admin", publicId: listed?.publicId ?? "" };
  expect(await cancelPoll(site, cancel, NOW)).toBe("cancelled");
  expect(await cancelPoll(site, cancel, NOW)).toBe("not_there");
  expect(await isQuietOn("2027-04-01")).toBeUndefined();
});

test("a poll's place is found by name or code; one that could be two places is asked about", async () => {
  const site = await testSite();
  const place = (where: string, kind: PollKind = "local") =>
    findPolledArea(site.db.read, { kind, place: where });
  expect(await place("")).toEqual({ area: "" });
  expect(await place("wales", "devolved")).toEqual({ area: "GB-WLS" });
  expect(await place("Worcester")).toEqual({ area: "E07000237" });
  expect(await place("worcester", "general")).toEqual({ area: "E14001597" });
  expect(await place("Worcester", "by_election")).toEqual({ problem: "ambiguous" });
  expect(await place("e14001597", "by_election")).toEqual({ area: "E14001597" });
  expect(await place("Atlantis")).toEqual({ problem: "unknown" });
  expect(await addPoll(site, { accountId: "admin", form: poll({ place: "Atlantis" }) }, NOW)).toBe(
    "unknown_place",
  );
});

test("at dissolution every member's term ends the day before, in one step, and a start does not undo it", async () => {
  const site = await testSite();
  const before = await membersOn(site, "2026-12-10");
  expect(before).toBeGreaterThan(600);
  const outcome = await dissolveParliament(site, { accountId: "admin", dissolvedOn: "2026-12-10" }, NOW);
  expect(outcome).toEqual({ outcome: "dissolved", memberCount: before });
  expect(await membersOn(site, "2026-12-09")).toBe(before);
  expect(await membersOn(site, "2026-12-10")).toBe(0);
  await loadMembers(site.db, termSecrets(site.keyring));
  expect(await membersOn(site, "2026-12-10")).toBe(0);
  const again = { accountId: "admin", dissolvedOn: "2026-12-10" };
  expect(await dissolveParliament(site, again, NOW)).toEqual({ outcome: "nobody" });
  const far = { accountId: "admin", dissolvedOn: "2028-12-10" };
  expect(await dissolveParliament(site, far, NOW)).toEqual({ outcome: "bad_day" });
});
