import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { countTrends } from "#app/domain/campaign/count-trends.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { previewRound } from "#app/domain/forwarding/preview-round.server.ts";
import { printedNames } from "#app/domain/open-letter/printed-names.server.ts";
import { comparePaper } from "#app/domain/paper/compare-paper.server.ts";
import { changePreferences } from "#app/domain/signature/change-preferences.server.ts";
import { confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { exportHandIn, readHandIn } from "#app/domain/signature/export-hand-in.server.ts";
import { remindPending } from "#app/domain/signature/housekeeping.server.ts";
import { hashAddress } from "#app/domain/signature/person.server.ts";
import { releaseHeld } from "#app/domain/signature/release-held.server.ts";
import { mailLinks } from "#app/domain/signature/request-links.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import { lastWeeklySlot } from "#app/domain/time/london.ts";
import { RETENTION_RULES } from "#app/jobs/retention-rules.server.ts";
import { WEEKLY } from "#app/jobs/schedule.ts";
import { PUBLICATION_MINUTES } from "#app/policy.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { NOW } from "../../factories.ts";
import type { Path, Scene } from "./paths.ts";
import { confirmed, record, type Signed, signed } from "./signers.ts";

const NO_CHOICE = { constituency: "", council: "", ward: "" };

/** What signatories do. */
export const ACTS: readonly Path[] = [
  { name: "sign", prepare: async (scene) => () => record(scene) },
  afterSigning("confirm", ({ site }, { confirmToken }) =>
    confirmSignature(site, { token: confirmToken, choice: NO_CHOICE }, NOW + 60_000),
  ),
  afterConfirming("hide and show the name", async ({ site }, { manageToken }) => {
    const wishes = { updates: false, handIn: false, connection: "" } as const;
    await changePreferences(site, { token: manageToken, preferences: { showName: false, ...wishes } }, NOW);
    return changePreferences(site, { token: manageToken, preferences: { showName: true, ...wishes } }, NOW);
  }),
  afterConfirming("mail all links of an address", ({ site }, { email }) =>
    mailLinks(site, hashAddress(site.keyring, email), NOW),
  ),
  afterConfirming("withdraw", ({ site }, { manageToken }) => withdrawSignature(site, manageToken, NOW)),
  afterConfirming("erase", ({ site }, { manageToken }) =>
    eraseSignature(site, { token: manageToken, keep: "nothing" }, NOW),
  ),
];

/** What comes round by itself. */
export const JOBS: readonly Path[] = [
  job("publish counts", ({ site, campaign }) => publishTallies(site, campaign.id, NOW + later())),
  job("count trends", ({ site }) => countTrends(site, NOW)),
  job("release held", ({ site }) => releaseHeld(site, NOW)),
  job("remind", ({ site }) => remindPending(site, NOW)),
  job("plan messages", ({ site }) =>
    planDeliveries(
      site,
      { forwarding: "rehearsal", slotOn: lastWeeklySlot(NOW, WEEKLY.weekday, WEEKLY.time) },
      NOW,
    ),
  ),
  job("preview of a round", ({ site, campaign }) =>
    previewRound(site, { campaignId: campaign.id, forwarding: "rehearsal", limit: 5 }, NOW),
  ),
  job("grant the list for handing in", ({ site, campaign, organiser }) =>
    exportHandIn(site, { campaignId: campaign.id, accountId: organiser.accountId }, NOW),
  ),
  ...RETENTION_RULES.map(({ what, run }) => ({
    ...job(`keep house: ${what.slice(0, 60)}`, ({ site }) => run(site, NOW)),
    rounds: 3,
  })),
];

let publications = 0;

/** Each publication comes ten minutes after the last. */
function later(): number {
  publications += 1;
  return publications * PUBLICATION_MINUTES * MINUTE;
}

/** What reads everything there is, and must: once each, in bounded memory. */
export const WHOLE: readonly Path[] = [
  job("recount everything", ({ site }) => checkTallies(site.db.read)),
  job("compare paper with all", ({ site, campaign }) => comparePaper(site, campaign.id, NOW)),
  job("list for handing in", ({ site, campaign }) =>
    drain(readHandIn(site.db.read, site.keyring, campaign.id)),
  ),
  job("all names, for print", ({ site, campaign }) => drain(printedNames(site.db.read, campaign.id))),
].map((path) => ({ ...path, readsAll: true, rounds: 1 }));

async function drain(parts: AsyncIterable<readonly unknown[]>): Promise<number> {
  let count = 0;
  for await (const part of parts) count += part.length;
  return count;
}

function afterSigning(name: string, act: (scene: Scene, signed: Signed) => Promise<unknown>): Path {
  return {
    name,
    async prepare(scene) {
      const one = await signed(scene);
      return () => act(scene, one);
    },
  };
}

function afterConfirming(name: string, act: (scene: Scene, signed: Signed) => Promise<unknown>): Path {
  return {
    name,
    async prepare(scene) {
      const one = await confirmed(scene);
      return () => act(scene, one);
    },
  };
}

function job(name: string, work: (scene: Scene) => Promise<unknown>): Path {
  return { name, prepare: async (scene) => () => work(scene) };
}
