import { and, asc, eq } from "drizzle-orm";
import { pauseMessages } from "#app/domain/forwarding/pause-messages.server.ts";
import { settleFate } from "#app/domain/forwarding/settle-fate.server.ts";
import { slotInstant } from "#app/domain/forwarding/slots.ts";
import { linkTokens } from "#app/domain/privacy/links.server.ts";
import { confirmAnswer } from "#app/domain/response/confirm-answer.server.ts";
import { settleResponse } from "#app/domain/response/settle-response.server.ts";
import { submitAnswer } from "#app/domain/response/submit-answer.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import type { Random } from "../../seed/random.ts";
import type { Stage } from "./stage.server.ts";

/** Of all messages, so many cannot be delivered for good. */
const BOUNCES = 0.01;
/** And so many readers ask for a rest, or answer in public. Guesses: nobody has sent such messages before. */
const PAUSES = 0.01;
const ANSWERS = 0.05;

interface Sent {
  id: string;
  publicId: string;
  isInvented: boolean;
}

/**
 * Plays what happens to the messages of a round that left: most arrive, some addresses are dead, some readers want a
 * rest, some answer. Answers are put into the mouths of invented people alone.
 */
export async function playFates(stage: Stage, random: Random, slotOn: string): Promise<void> {
  const now = slotInstant(slotOn) + 3 * HOUR;
  for (const sent of await listSent(stage, slotOn)) {
    const isBounced = random() < BOUNCES;
    await settle(stage, sent.id, isBounced, now);
    const isPaused = random() < PAUSES;
    const answers = random() < ANSWERS && sent.isInvented;
    if (isBounced) continue;
    if (answers) await answer(stage, sent, now + DAY);
    if (isPaused) await pause(stage, sent.id, now + DAY);
  }
}

async function listSent({ site }: Stage, slotOn: string): Promise<Sent[]> {
  const { deliveries, terms, representatives } = site.db.tables;
  return site.db.read
    .select({
      id: deliveries.id,
      publicId: representatives.publicId,
      isInvented: representatives.isInvented,
    })
    .from(deliveries)
    .innerJoin(terms, eq(terms.id, deliveries.termId))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(and(eq(deliveries.slotOn, slotOn), eq(deliveries.state, "sent")))
    .orderBy(asc(deliveries.addressHash));
}

async function settle({ site }: Stage, deliveryId: string, isBounced: boolean, at: number): Promise<void> {
  const fate = isBounced
    ? ({ kind: "bounced", isPermanent: true, reason: "5.1.1" } as const)
    : ({ kind: "delivered", isPermanent: false, reason: "" } as const);
  await site.db.transaction("settle a rehearsed fate", (tx) =>
    settleFate(tx, { deliveryId, at, ...fate }, at),
  );
}

async function pause({ site }: Stage, deliveryId: string, now: number): Promise<void> {
  const { pause: token = "" } = await linkTokens(site.db.read, site.keyring, deliveryId);
  await pauseMessages(site, { token, form: { what: "all", words: "" } }, now);
}

async function answer({ site, campaign }: Stage, { id, publicId }: Sent, now: number): Promise<void> {
  const { answer: token = "" } = await linkTokens(site.db.read, site.keyring, id);
  const form = {
    answers: [{ position: 0, stance: "contact" as const, words: "" }],
    ...{ writerName: "Somebody Invented", writerRole: "Councillor" },
  };
  const as = { number: campaign.number, publicId };
  if ((await submitAnswer(site, { token, as, form }, now)) !== "sent") return;
  const { responses } = site.db.tables;
  const [written] = await site.db.read
    .select()
    .from(responses)
    .where(and(eq(responses.deliveryId, id), eq(responses.state, "unconfirmed")));
  if (!written) return;
  const { answer_confirm: confirm } = await linkTokens(site.db.read, site.keyring, written.groupId);
  if (confirm === undefined) return;
  await confirmAnswer(site, confirm, now + HOUR);
  const decision = {
    publicId: written.publicId,
    form: { decision: "publish" as const },
    accountId: "rehearsal",
  };
  await settleResponse(site, decision, now + 2 * HOUR);
}
