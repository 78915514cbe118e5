import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCurrentAreas } from "#app/domain/area/queries.server.ts";
import { addRepresentative } from "#app/domain/representative/add-representative.server.ts";
import { addTerm } from "#app/domain/representative/add-term.server.ts";
import { CorrectTermForm, EndForm, NameForm, TermForm } from "#app/domain/representative/admin-forms.ts";
import { correctAddressState } from "#app/domain/representative/correct-address-state.server.ts";
import { correctName } from "#app/domain/representative/correct-name.server.ts";
import { correctTerm } from "#app/domain/representative/correct-term.server.ts";
import { endTerm } from "#app/domain/representative/end-term.server.ts";
import { listSitting } from "#app/domain/representative/queries.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { ADMIN, addedPerson, auditLines, managed, newcomer, onlyTerm, WARD } from "./people.ts";

const WORCESTER = "E07000237";
const WORCESTER_SEAT = "E14001597";

function corrected(version: string, changes: Record<string, string>): CorrectTermForm {
  return CorrectTermForm.parse({
    source: "the council's page",
    checkedOn: "2026-11-20",
    version,
    ...changes,
  });
}

test("a councillor is added to a ward, is listed there, and the log says so without their address", async () => {
  const site = await testSite();
  const person = await addedPerson(site, WARD, {
    name: "Bryony Underhill",
    address: "B.Underhill@worcester.gov.uk",
  });
  expect(person).toMatchObject({
    kind: "councillor",
    fullTitle: "Councillor Bryony Underhill",
    isInvented: false,
  });
  expect(onlyTerm(person)).toMatchObject({
    address: "b.underhill@worcester.gov.uk",
    addressState: "good",
    endsOn: "",
  });
  const sitting = await listSitting(site.db.read, [WARD], NOW);
  expect(sitting.map((one) => one.name)).toContain("Bryony Underhill");
  const lines = await auditLines(site);
  expect(lines).toEqual([`add_representative councillor ${WARD}`]);
});

test("nobody is added to an area of the wrong kind, at a foreign address, or in days that make no sense", async () => {
  const site = await testSite();
  const cases: [string, Record<string, string>, string][] = [
    [WORCESTER_SEAT, {}, "wrong_level"],
    [WARD, { kind: "mp" }, "wrong_level"],
    [WARD, { kind: "office" }, "wrong_level"],
    ["E99999999", {}, "no_area"],
    [WARD, { address: "bryony@example.org" }, "not_at_council"],
    [WARD, { address: "bryony@notworcester.gov.uk" }, "not_at_council"],
    [WORCESTER, { kind: "office", address: "director@worcester.gov.uk.example" }, "not_at_council"],
    [WARD, { startsOn: "2099-01-01" }, "starts_too_late"],
    [WARD, { checkedOn: "2026-11-26" }, "checked_in_future"],
  ];
  for (const [gssCode, changes, problem] of cases) {
    const outcome = await addRepresentative(
      site,
      { form: newcomer(changes), gssCode, accountId: ADMIN },
      NOW,
    );
    expect(outcome, problem).toEqual({ outcome: "refused", problem });
  }
  expect(await auditLines(site)).toEqual([]);
});

test("an office is addressed with its council, at the council's domain or below it", async () => {
  const site = await testSite();
  const office = await addedPerson(site, WORCESTER, {
    kind: "office",
    name: "Director of Streets",
    address: "streets@mail.worcester.gov.uk",
  });
  expect(office.fullTitle).toBe("Director of Streets, Worcester City Council");
});

test("a constituency has one MP at a time, also when two admins add one at the same moment", async () => {
  const site = await testSite();
  const [sitting] = await listSitting(site.db.read, [WORCESTER_SEAT], NOW);
  const form = newcomer({ kind: "mp", startsOn: "2026-11-20" });
  const add = () => addRepresentative(site, { form, gssCode: WORCESTER_SEAT, accountId: ADMIN }, NOW);
  expect(await add()).toEqual({ outcome: "refused", problem: "seat_taken" });
  const before = await managed(site, sitting?.publicId ?? "");
  const term = onlyTerm(before);
  const ending = { publicId: before.publicId, key: term.key, accountId: ADMIN };
  const end = EndForm.parse({ endsOn: "19 November 2026", version: term.version });
  expect(await endTerm(site, { ...ending, form: end }, NOW)).toEqual({ outcome: "ended" });
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map(() => {
      const another = newcomer({ kind: "mp", startsOn: "2026-11-20" });
      return addRepresentative(site, { form: another, gssCode: WORCESTER_SEAT, accountId: ADMIN }, NOW);
    }),
  );
  expect(outcomes.filter(({ outcome }) => outcome === "added")).toHaveLength(1);
  expect(await listSitting(site.db.read, [WORCESTER_SEAT], NOW)).toHaveLength(1);
  const { version } = onlyTerm(await managed(site, before.publicId));
  expect(await endTerm(site, { ...ending, form: EndForm.parse({ endsOn: "", version }) }, NOW)).toEqual({
    outcome: "refused",
    problem: "seat_taken",
  });
});

test("the same name in the same seat is asked about, and pressed twice is there once", async () => {
  const site = await testSite();
  const form = newcomer({ name: "Mr Alder Pemberton" });
  const add = (another: boolean) =>
    addRepresentative(site, { form: { ...form, another }, gssCode: WARD, accountId: ADMIN }, NOW);
  const twice = await Promise.all([add(false), add(false)]);
  expect(twice.map((one) => one.outcome).sort()).toEqual(["added", "refused"]);
  expect((await add(true)).outcome).toBe("added");
});

test("of two admins who correct a term at once, one is told that it has changed", async () => {
  const site = await testSite();
  const person = await addedPerson(site, WARD, { address: "one@worcester.gov.uk" });
  const { key, version } = onlyTerm(person);
  const outcomes = await Promise.all(
    ["Red", "Blue"].map((party) => {
      const form = corrected(version, { party, startsOn: "2024-05-02", address: "one@worcester.gov.uk" });
      return correctTerm(site, { publicId: person.publicId, key, form, accountId: ADMIN }, NOW);
    }),
  );
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["changed", "corrected"]);
  expect((await auditLines(site)).slice(1)).toEqual([`correct_term ${WARD}: party`]);
});

test("a new address begins afresh, one that is known to bounce does not, an objection stays", async () => {
  const site = await testSite();
  const person = await addedPerson(site, WARD, { address: "first@worcester.gov.uk" });
  const neighbour = await addedPerson(site, WARD, { address: "shared@worcester.gov.uk" });
  async function mark(publicId: string, addressState: "good" | "bounced" | "opted_out", agreed = false) {
    const { key, version } = onlyTerm(await managed(site, publicId));
    const form = { addressState, agreed, version };
    return correctAddressState(site, { publicId, key, form, accountId: ADMIN }, NOW);
  }
  async function move(address: string) {
    const { key, version } = onlyTerm(await managed(site, person.publicId));
    const form = corrected(version, { startsOn: "2024-05-02", address });
    return correctTerm(site, { publicId: person.publicId, key, form, accountId: ADMIN }, NOW);
  }
  expect(await mark(person.publicId, "bounced")).toBe("corrected");
  expect(await move("second@worcester.gov.uk")).toMatchObject({ outcome: "corrected" });
  expect(onlyTerm(await managed(site, person.publicId)).addressState).toBe("good");
  expect(await mark(neighbour.publicId, "bounced")).toBe("corrected");
  await move("shared@worcester.gov.uk");
  expect(onlyTerm(await managed(site, person.publicId)).addressState).toBe("bounced");
  expect(await mark(neighbour.publicId, "opted_out")).toBe("corrected");
  expect(onlyTerm(await managed(site, person.publicId)).addressState).toBe("opted_out");
  await move("third@worcester.gov.uk");
  expect(onlyTerm(await managed(site, person.publicId)).addressState).toBe("opted_out");
  expect(await mark(person.publicId, "good")).toBe("objected");
  expect(await mark(person.publicId, "good", true)).toBe("corrected");
  expect((await auditLines(site)).join("\n")).not.toContain("@");
});

test("a term ends on its last day, and an ended area takes no term that runs on", async () => {
  const site = await testSite();
  const person = await addedPerson(site, WARD);
  const { key, version } = onlyTerm(person);
  const input = { publicId: person.publicId, key, accountId: ADMIN };
  const end = (endsOn: string) => endTerm(site, { ...input, form: EndForm.parse({ endsOn, version }) }, NOW);
  expect(await end("1/5/2024")).toEqual({ outcome: "refused", problem: "ends_before_start" });
  expect(await end("25/11/2026")).toEqual({ outcome: "ended" });
  expect(await end("26/11/2026")).toEqual({ outcome: "changed" });
  const names = async (now: number) =>
    (await listSitting(site.db.read, [WARD], now)).map((one) => one.publicId);
  expect(await names(NOW)).toContain(person.publicId);
  expect(await names(NOW + DAY)).not.toContain(person.publicId);

  const { areas } = site.db.tables;
  await site.db.transaction("end a ward", async (tx) => {
    await tx.update(areas).set({ endsOn: "2026-11-01" }).where(eq(areas.gssCode, WARD));
  });
  expect(await listCurrentAreas(site.db.read, WARD)).toEqual([]);
  const late = await addRepresentative(site, { form: newcomer(), gssCode: WARD, accountId: ADMIN }, NOW);
  expect(late).toEqual({ outcome: "refused", problem: "area_ended" });
});

test("a name is corrected with how letters address them; whoever is behind the times is told", async () => {
  const site = await testSite();
  const { publicId, version } = await addedPerson(site, WARD, { name: "Rowena Swift" });
  const change = (name: string) =>
    correctName(site, { publicId, form: NameForm.parse({ name, version }), accountId: ADMIN }, NOW);
  expect(await change("Rowena Swift-Hale")).toBe("corrected");
  expect(await change("Rowena Hale")).toBe("changed");
  expect(await managed(site, publicId)).toMatchObject({
    name: "Rowena Swift-Hale",
    fullTitle: "Councillor Rowena Swift-Hale",
  });
});

test("a second term is added elsewhere, and not where they sit already", async () => {
  const site = await testSite();
  const { publicId } = await addedPerson(site, WARD);
  const form = TermForm.parse({ area: "x", startsOn: "", source: "the council", checkedOn: "2026-11-20" });
  const add = (gssCode: string) => addTerm(site, { publicId, form, gssCode, accountId: ADMIN }, NOW);
  expect(await add(WARD)).toEqual({ outcome: "refused", problem: "already_theirs" });
  expect(await add("E05015850")).toEqual({ outcome: "added", key: "E05015850" });
  expect((await managed(site, publicId)).terms).toHaveLength(2);
});
