import { expect, test } from "vitest";
import { claimSubject } from "#app/domain/moderation/claim-subject.server.ts";
import { findClaims } from "#app/domain/moderation/claims.server.ts";
import { releaseSubject } from "#app/domain/moderation/release-subject.server.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { person } from "./reviewing.ts";

const SUBJECT = "campaign:one";

async function holder(site: TestSite, now = NOW): Promise<string | undefined> {
  return (await findClaims(site.db.read, site.keyring, [SUBJECT], now)).get(SUBJECT)?.accountId;
}

test("of many who take the same in hand at once, one has it", async () => {
  const site = await testSite();
  const people = await Promise.all(Array.from({ length: 8 }, () => person(site, "moderator")));
  const outcomes = await Promise.all(
    people.map((accountId) => claimSubject(site, { subject: SUBJECT, accountId }, NOW)),
  );
  expect(outcomes.filter((outcome) => outcome === "claimed")).toHaveLength(1);
  expect(await holder(site)).toBe(people[outcomes.indexOf("claimed")]);
});

test("it is free after half an hour, and again when it is given up, by its holder alone", async () => {
  const site = await testSite();
  const [ada, bram] = [await person(site), await person(site)];
  await claimSubject(site, { subject: SUBJECT, accountId: ada }, NOW);
  await releaseSubject(site, { subject: SUBJECT, accountId: bram });
  expect(await holder(site)).toBe(ada);
  expect(await holder(site, NOW + 30 * MINUTE)).toBeUndefined();
  expect(await claimSubject(site, { subject: SUBJECT, accountId: bram }, NOW + 30 * MINUTE)).toBe("claimed");
  await releaseSubject(site, { subject: SUBJECT, accountId: bram });
  expect(await claimSubject(site, { subject: SUBJECT, accountId: ada }, NOW + 31 * MINUTE)).toBe("claimed");
});

test("it is taken over knowingly, from the one who was named, and by one of those who try", async () => {
  const site = await testSite();
  const [ada, bram, cleo] = [await person(site), await person(site), await person(site)];
  await claimSubject(site, { subject: SUBJECT, accountId: ada }, NOW);
  expect(await claimSubject(site, { subject: SUBJECT, accountId: bram, from: cleo }, NOW)).toBe("held");
  const tries = [bram, cleo].map((accountId) =>
    claimSubject(site, { subject: SUBJECT, accountId, from: ada }, NOW),
  );
  expect((await Promise.all(tries)).sort()).toEqual(["claimed", "held"]);
  expect(await holder(site)).not.toBe(ada);
});
