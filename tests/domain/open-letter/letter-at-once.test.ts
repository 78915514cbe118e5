import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { agreeToVersion } from "#app/domain/open-letter/agree-to-version.server.ts";
import { organisationKey } from "#app/domain/open-letter/organisation-key.ts";
import { openClaim } from "#app/domain/open-letter/take-up-standing.server.ts";
import { BatchSelection } from "#app/domain/signature/batch-selection.ts";
import { invalidateBatch } from "#app/domain/signature/invalidate-batch.server.ts";
import { ManageForm } from "#app/domain/signature/manage-form.ts";
import { manageSignature } from "#app/domain/signature/manage-signature.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { refuseSignature } from "#app/domain/signature/refuse-signature.server.ts";
import { restoreBatch } from "#app/domain/signature/restore-batch.server.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import { runDueJobs } from "#app/jobs/queue.server.ts";
import { checkTallies, checkVersions } from "#db/check-tallies.server.ts";
import { NOW, tokensOf } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { rowsOf } from "../signature/signing.ts";
import { type LetterScene, letterScene, newVersion, ownDomain, settle, versionOf } from "./lettering.ts";

const SCHOOL = "St Mary’s School";
const PEOPLE = [
  { name: "Ann Vale", email: "ann@stmarys.example.org", role: "Head", organisation: SCHOOL },
  { name: "Bram Vale", email: "bram@example.org", role: "Chair", organisation: SCHOOL, onBehalf: "on" },
  { name: "Cosima Dale", email: "cosima@example.org", role: "Chair", organisation: SCHOOL, onBehalf: "on" },
  { name: "Dara Dale", email: "dara@example.org" },
] as const;

const FORMS: Record<string, string>[] = [
  { intent: "confirm" },
  { intent: "confirm", textVersion: "99", shownVersion: "99" },
  { intent: "confirm" },
  { intent: "preferences" },
  { intent: "preferences", showName: "on" },
  { intent: "standing", role: "Governor", organisation: SCHOOL, onBehalf: "on" },
  { intent: "standing", role: "", organisation: "" },
  { intent: "name", name: "Ann Hill" },
  { intent: "withdraw" },
  { intent: "erase" },
];

const anybody = fc.nat({ max: PEOPLE.length - 1 });
const Act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant("sign" as const), who: anybody }) },
  {
    weight: 9,
    arbitrary: fc.record({
      act: fc.constant("press" as const),
      who: anybody,
      form: fc.constantFrom(...FORMS),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("vouch" as const), who: anybody }) },
  fc.record({ act: fc.constant("decline" as const), who: anybody }),
  { weight: 2, arbitrary: fc.record({ act: fc.constant("change" as const), who: anybody }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("agree" as const), who: anybody }) },
  fc.record({ act: fc.constant("not me" as const), who: anybody }),
  fc.record({ act: fc.constant("take out" as const), who: anybody }),
  fc.record({ act: fc.constant("put back" as const), who: anybody }),
);
type OneAct = typeof Act extends fc.Arbitrary<infer One> ? One : never;

test("whatever people and moderators do with a letter, in whatever order: versions, standings and names agree", async () => {
  const site = await testSite();
  await ownDomain(site, { name: SCHOOL, domain: "stmarys.example.org" });
  await fc.assert(
    fc.asyncProperty(fc.array(Act, { minLength: 8, maxLength: 24 }), async (acts) => {
      const scene = await letterScene(site);
      let now = NOW;
      for (const one of acts) {
        now += 11 * MINUTE;
        await perform(site, scene, one, now);
      }
      await agree(site, scene);
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 240_000);

test("the same, all at the same moment", async () => {
  const site = await testSite();
  await ownDomain(site, { name: SCHOOL, domain: "stmarys.example.org" });
  await fc.assert(
    fc.asyncProperty(fc.array(Act, { minLength: 12, maxLength: 30 }), async (acts) => {
      const scene = await letterScene(site);
      for (let who = 0; who < PEOPLE.length; who += 1) {
        await perform(site, scene, { act: "sign", who }, NOW);
        if (who < 3)
          await perform(site, scene, { act: "press", who, form: { intent: "confirm" } }, NOW + MINUTE);
      }
      await Promise.all(acts.map((one, index) => perform(site, scene, one, NOW + (index + 2) * MINUTE)));
      await agree(site, scene);
    }),
    { numRuns: 20, endOnFailure: true },
  );
}, 240_000);

async function perform(site: TestSite, scene: LetterScene, one: OneAct, now: number): Promise<void> {
  const { letter, moderatorId } = scene;
  const campaignId = letter.id;
  const rows = await rowsOf(site, letter);
  const own = rows.filter((_, index) => index % PEOPLE.length === one.who).at(-1) ?? rows.at(-1);
  switch (one.act) {
    case "sign": {
      const form = SignForm.parse({ postcode: "WR5 2NP", showName: "on", ...PEOPLE[one.who] });
      await recordSignature(site, { campaignId, form, clientAddress: `192.0.2.${one.who + 1}` }, now);
      return;
    }
    case "press":
      if (own) {
        const { manageToken: token } = tokensOf(site, own.id);
        await manageSignature(site, { token, form: ManageForm.parse(one.form) }, now);
      }
      return;
    case "vouch":
    case "decline": {
      const no = { decision: "decline", reason: "unclear" };
      if (own) await settle(site, moderatorId, own.id, one.act === "decline" ? no : {}, now);
      return;
    }
    case "change":
      // Two at the same moment: one of them waits for the other's to be settled.
      await newVersion(site, scene, `Words of ${now}`, now).catch((error: unknown) => {
        if (!(error instanceof Error && /ended as/.test(error.message))) throw error;
      });
      await runDueJobs(site.context(now));
      return;
    case "agree":
      if (own) {
        const version = await versionOf(site, campaignId);
        await agreeToVersion(site, { token: site.keyring.token("agree", own.id, 1), version });
      }
      return;
    case "not me":
      if (own) await refuseSignature(site, tokensOf(site, own.id).notMeToken, now);
      return;
    case "take out": {
      const network = rows.find((row) => row.clientNetHash !== "")?.clientNetHash.slice(0, 16);
      const selection = BatchSelection.parse({ network });
      if (network) await invalidateBatch(site, { campaignId, selection, moderatorId, reason: "other" }, now);
      return;
    }
    case "put back": {
      const { batches } = site.db.tables;
      const [batch] = await site.db.read.select().from(batches).where(eq(batches.campaignId, campaignId));
      if (batch) await restoreBatch(site, { publicId: batch.publicId, moderatorId }, now);
    }
  }
}

/** What is counted, what stands in clear, and what signatures say, is the same. */
async function agree(site: TestSite, { letter }: LetterScene): Promise<void> {
  expect(await checkTallies(site.db.read)).toEqual([]);
  expect(await checkVersions(site.db.read)).toEqual([]);
  const rows = new Map((await rowsOf(site, letter)).map((row) => [row.id, row]));
  const { standings, publicNames } = site.db.tables;
  const standing = await site.db.read.select().from(standings).where(eq(standings.campaignId, letter.id));
  const organisations = standing.filter(({ organisation }) => organisation !== "");
  expect(organisations.length).toBeLessThanOrEqual(1);
  for (const one of standing) {
    const row = rows.get(one.signatureId);
    expect(row, "a standing without its signature").toBeDefined();
    if (!row) continue;
    expect(row.state).not.toBe("withdrawn");
    if (row.state === "pending") expect(["unconfirmed", "set_aside"]).toContain(one.state);
    if (row.state === "confirmed") expect(["waiting", "vouched", "declined"]).toContain(one.state);
    if (row.state === "invalidated") expect(one.state).not.toBe("vouched");
    const stands = one.isForOrganisation && one.state === "vouched";
    expect(one.organisation).toBe(stands ? openClaim(site.keyring, row, one).organisation : "");
    if (stands) expect(one.organisationKey).toBe(organisationKey(one.organisation));
    else expect(one.organisationKey).toMatch(/^#/);
  }
  const shown = await site.db.read.select().from(publicNames).where(eq(publicNames.campaignId, letter.id));
  for (const name of shown) {
    const row = rows.get(name.signatureId);
    const own = standing.find(({ signatureId }) => signatureId === name.signatureId);
    expect(row?.state).toBe("confirmed");
    const claim = row && openClaim(site.keyring, row, own);
    const isVouched = own?.state === "vouched";
    expect(name).toMatchObject({
      role: isVouched ? claim?.role : "",
      organisation: isVouched ? claim?.organisation : "",
    });
  }
  const named = [...rows.values()].filter(({ state, showName }) => state === "confirmed" && showName);
  expect(shown.map(({ signatureId }) => signatureId).toSorted()).toEqual(
    named.map(({ id }) => id).toSorted(),
  );
}
