import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { ANSWERS_PER_DELIVERY_PER_DAY } from "#app/policy-forwarding.ts";
import type { Tx } from "#db/database.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { makeLinks } from "../privacy/links.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import type { AnswerForm } from "./answer-form.ts";
import type { AnsweredCampaign } from "./answered.server.ts";
import { type Answerer, answeredOf, findAnswering } from "./answering.server.ts";
import { responsePlace } from "./response.ts";

/**
 * Takes what was written by a link, and mails the address on record a button: only what that address confirms goes
 * to a moderator. The same sent twice is taken once. `quiet` before a poll, `no_address` where the one on record no
 * longer works, `too_many` over the limit of the message.
 */
export async function submitAnswer(
  site: Site,
  { token, as, form }: { token: string; as: Answerer; form: AnswerForm },
  now: number,
): Promise<"sent" | "quiet" | "no_address" | "too_many" | "over" | "unknown"> {
  return site.db.transaction("submit answer", async (tx) => {
    const answering = await findAnswering(tx, token, now);
    if (answering.kind !== "open") return answering.kind;
    const campaign = answeredOf(answering.campaigns, as);
    if (!campaign) return "unknown";
    if (campaign.quiet) return "quiet";
    if (!campaign.hasAddress) return "no_address";
    await holdCampaign(tx, campaign.campaignId);
    if (await isSentAlready(tx, site.keyring, campaign, form)) return "sent";
    const allowance = {
      key: `answers to ${answering.deliveryId}`,
      windowMs: DAY,
      limit: ANSWERS_PER_DELIVERY_PER_DAY,
    };
    if (!(await takeAllowance(tx, allowance, now))) return "too_many";
    const groupId = v7({ msecs: now });
    const { deliveryId, mode } = answering;
    await insertAnswers(tx, site.keyring, { groupId, deliveryId, mode, campaign, form }, now);
    await makeLinks(tx, site.keyring, groupId, ["answer_confirm"]);
    await queueMail(tx, site, { template: "confirm-answer", rowId: groupId }, now);
    return "sent";
  });
}

async function insertAnswers(
  tx: Tx,
  keyring: Keyring,
  {
    groupId,
    deliveryId,
    mode,
    campaign: { campaignId, representativeId, termId },
    form,
  }: {
    groupId: string;
    deliveryId: string;
    mode: "rehearsal" | "live";
    campaign: AnsweredCampaign;
    form: AnswerForm;
  },
  now: number,
): Promise<void> {
  const { responses } = tx.tables;
  for (const [index, { position, stance, words }] of form.answers.entries()) {
    const id = index === 0 ? groupId : v7({ msecs: now });
    await tx.insert(responses).values({
      ...{ id, groupId, deliveryId, mode, campaignId, representativeId, termId, position, stance },
      publicId: newPublicId(),
      words: keyring.seal(responsePlace(id, "words"), words),
      writerName: keyring.seal(responsePlace(id, "writer_name"), form.writerName),
      writerRole: keyring.seal(responsePlace(id, "writer_role"), form.writerRole),
      isOfficial: false,
      state: "unconfirmed",
      replaces: "",
      createdAt: now,
      confirmedAt: null,
      publishedAt: null,
      settledAt: null,
      settledBy: "",
    });
  }
}

/** Whether exactly this waits for the address on record: somebody pressed twice. */
async function isSentAlready(
  tx: Tx,
  keyring: Keyring,
  { campaignId, representativeId }: AnsweredCampaign,
  form: AnswerForm,
): Promise<boolean> {
  const { responses } = tx.tables;
  const rows = await tx
    .select()
    .from(responses)
    .where(
      and(
        eq(responses.campaignId, campaignId),
        eq(responses.representativeId, representativeId),
        eq(responses.state, "unconfirmed"),
      ),
    )
    .orderBy(responses.id);
  const groups = [...new Set(rows.map(({ groupId }) => groupId))].map((id) =>
    rows.filter(({ groupId }) => groupId === id),
  );
  const wanted = JSON.stringify([form.answers.map(lineOf), form.writerName, form.writerRole]);
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const answers = group
      .map(({ id, position, stance, words }) => ({
        ...{ position, stance },
        words: keyring.open(responsePlace(id, "words"), words),
      }))
      .sort((a, b) => a.position - b.position);
    const name = keyring.open(responsePlace(first.id, "writer_name"), first.writerName);
    const role = keyring.open(responsePlace(first.id, "writer_role"), first.writerRole);
    if (JSON.stringify([answers.map(lineOf), name, role]) === wanted) return true;
  }
  return false;
}

function lineOf({ position, stance, words }: AnswerForm["answers"][number]): unknown[] {
  return [position, stance, words];
}
