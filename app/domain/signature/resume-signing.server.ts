import { and, asc, eq, gt, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { addDays } from "../time/london.ts";
import { findSigningPause, replaceSigningPause, type SigningPause } from "./signing-pause.server.ts";

/** Rows moved on in one unit. */
const CHUNK = 200;
const RUNNING = ["open", "paused"] as const satisfies CampaignState[];

type Resuming = NonNullable<SigningPause["resuming"]>;

/**
 * Lets signing go on. First what would have fallen due is moved on by as long as the pause lasted: last days of
 * campaigns by whole days, rounded up; pending signatures and their reminders to the millisecond. If the program
 * stops in between, `finishResuming` goes on where it was. For admins.
 */
export async function resumeSigning(
  site: Pick<Site, "db">,
  { accountId }: { accountId: string },
  now: number,
): Promise<"resumed" | "not_paused"> {
  const begun = await site.db.transaction("resume signing", async (tx) => {
    const pause = await findSigningPause(tx);
    if (!pause || pause.resuming) return pause !== undefined;
    const resuming = { resumedAt: Math.max(now, pause.pausedAt), step: "campaigns", after: "" } as const;
    if (!(await replaceSigningPause(tx, pause, { ...pause, resuming }))) return true;
    const detail = `days moved on by ${daysOf(resuming.resumedAt - pause.pausedAt)}`;
    await appendAudit(tx, { accountId, action: "resume_signing", subject: "site", detail }, now);
    return true;
  });
  if (!begun) return "not_paused";
  await finishResuming(site);
  return "resumed";
}

/** Moves on what a resumed pause has left to move, and ends the pause. Does nothing where there is none. */
export async function finishResuming(site: Pick<Site, "db">): Promise<void> {
  while (await site.db.transaction("move on what falls due", moveOn));
}

/** One part of it, remembered in the same transaction, so that no row is moved twice. False when it is over. */
async function moveOn(tx: Tx): Promise<boolean> {
  const pause = await findSigningPause(tx);
  if (!pause?.resuming) return false;
  const { resuming } = pause;
  const lasted = resuming.resumedAt - pause.pausedAt;
  const rows =
    resuming.step === "campaigns" ? await nextCampaigns(tx, resuming) : await nextSignatures(tx, resuming);
  const next = nextStage(resuming, rows.at(-1)?.id);
  // Whoever takes this part first has it: another finds the stage changed and looks again.
  if (!(await replaceSigningPause(tx, pause, next && { ...pause, resuming: next }))) return true;
  if (resuming.step === "campaigns") await moveCampaigns(tx, rows, daysOf(lasted));
  else await moveSignatures(tx, rows, lasted);
  return next !== undefined;
}

function nextStage(resuming: Resuming, last: string | undefined): Resuming | undefined {
  if (last !== undefined) return { ...resuming, after: last };
  return resuming.step === "campaigns" ? { ...resuming, step: "signatures", after: "" } : undefined;
}

async function nextCampaigns(tx: Tx, { after }: Resuming): Promise<{ id: string }[]> {
  const { campaigns } = tx.tables;
  return tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(gt(campaigns.id, after), isRunning(tx.tables)))
    .orderBy(asc(campaigns.id))
    .limit(CHUNK);
}

/** One that is hidden may be put back where it was. */
function isRunning({ campaigns }: Tables): SQL | undefined {
  const wasRunning = inArray(campaigns.formerState, [...RUNNING]);
  return or(inArray(campaigns.state, [...RUNNING]), and(eq(campaigns.state, "hidden"), wasRunning));
}

async function moveCampaigns(tx: Tx, rows: readonly { id: string }[], days: number): Promise<void> {
  const { campaigns } = tx.tables;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  const dates = await tx
    .selectDistinct({ closesOn: campaigns.closesOn })
    .from(campaigns)
    .where(inArray(campaigns.id, ids))
    // The latest first, so that none is met again on the day that it has been moved to.
    .orderBy(sql`${campaigns.closesOn} desc`);
  for (const { closesOn } of dates)
    await tx
      .update(campaigns)
      .set({ closesOn: addDays(closesOn, days) })
      .where(and(inArray(campaigns.id, ids), eq(campaigns.closesOn, closesOn), isRunning(tx.tables)));
}

async function nextSignatures(tx: Tx, { after, resumedAt }: Resuming): Promise<{ id: string }[]> {
  const { signatures } = tx.tables;
  return tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      and(
        gt(signatures.id, after),
        inArray(signatures.state, ["pending", "suspect"]),
        lte(signatures.createdAt, resumedAt),
      ),
    )
    .orderBy(asc(signatures.id))
    .limit(CHUNK);
}

async function moveSignatures(tx: Tx, rows: readonly { id: string }[], lasted: number): Promise<void> {
  const { signatures } = tx.tables;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .update(signatures)
    .set({
      expiresAt: sql`${signatures.expiresAt} + ${lasted}`,
      remindAt: sql`${signatures.remindAt} + ${lasted}`,
    })
    .where(and(inArray(signatures.id, ids), inArray(signatures.state, ["pending", "suspect"])));
}

function daysOf(milliseconds: number): number {
  return Math.ceil(milliseconds / DAY);
}
