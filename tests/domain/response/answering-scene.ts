import { v7 } from "uuid";
import { makeLinks } from "#app/domain/privacy/links.server.ts";
import type { AnswerForm } from "#app/domain/response/answer-form.ts";
import { confirmAnswer } from "#app/domain/response/confirm-answer.server.ts";
import { listAnswers } from "#app/domain/response/queries.server.ts";
import { settleResponse } from "#app/domain/response/settle-response.server.ts";
import type { ShownAnswer } from "#app/domain/response/shown-answers.server.ts";
import { submitAnswer } from "#app/domain/response/submit-answer.server.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY } from "#app/domain/time/durations.ts";
import type { Tables } from "#db/schema.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { ARBORETUM, councillor } from "../forwarding/scene.ts";
import { person } from "../moderation/reviewing.ts";

/** Who was told of a petition, and the link that the message carried. */
export interface ToldScene {
  petition: Awaited<ReturnType<typeof openPetition>>;
  who: { representativeId: string; termId: string; publicId: string };
  deliveryId: string;
  token: string;
}

/** Somebody who has been told of a petition at this moment. */
export async function toldScene(
  site: Site,
  changes: {
    petition?: Parameters<typeof openPetition>[1];
    who?: Parameters<typeof councillor>[1];
    delivery?: Partial<Tables["deliveries"]["$inferInsert"]>;
    isRecipient?: boolean;
  } = {},
): Promise<ToldScene> {
  const petition = await openPetition(site, changes.petition);
  const who = await councillor(site, { ...changes.who });
  const deliveryId = await tell(site, who, [petition.id], changes.delivery);
  if (changes.isRecipient)
    await site.db.transaction("name recipient", async (tx) => {
      const row = { position: 1, isCopy: false, checkedBy: "a moderator", checkedAt: NOW };
      const { representativeId } = who;
      await tx.insert(tx.tables.recipients).values({ campaignId: petition.id, representativeId, ...row });
    });
  return { petition, who, deliveryId, token: site.keyring.token("answer", deliveryId, 1) };
}

/** A message that somebody was sent about these campaigns, with its link. */
export async function tell(
  site: Site,
  { representativeId, termId }: { representativeId: string; termId: string },
  campaignIds: readonly string[],
  changes: Partial<Tables["deliveries"]["$inferInsert"]> = {},
): Promise<string> {
  const id = v7();
  await site.db.transaction("tell", async (tx) => {
    const { deliveries, deliveryItems } = tx.tables;
    await tx.insert(deliveries).values({
      ...{ id, termId, addressHash: id, slotOn: "2026-11-24", mode: "rehearsal", state: "sent" },
      ...{ reason: "", attemptCount: 1, dueAt: NOW, request: "", providerId: "", plannedAt: NOW },
      sendingAt: NOW,
      ...changes,
    });
    for (const campaignId of campaignIds)
      await tx.insert(deliveryItems).values({
        ...{ campaignId, representativeId, slotOn: changes.slotOn ?? "2026-11-24", deliveryId: id },
        ...{ gssCode: ARBORETUM, tally: 8, previousTally: null, previousOn: "", step: 5, isClosing: false },
      });
    await makeLinks(tx, site.keyring, id, ["answer"]);
  });
  return id;
}

/** An answer to the campaign as a whole, or whatever is given. */
export function answered(changes: Partial<AnswerForm> = {}): AnswerForm {
  return {
    answers: [{ position: 0, stance: "raise", words: "At full council in March." }],
    writerName: "Rowan Clerk",
    writerRole: "office of Pat Example",
    ...changes,
  };
}

/** Each form comes a little later than the one before, so that the newest is known. */
let formsSent = 0;

/** Sends a form by the link of a message. */
export function submit(
  site: Site,
  { token, petition, who }: Pick<ToldScene, "token" | "petition" | "who">,
  form: AnswerForm = answered(),
  now?: number,
): ReturnType<typeof submitAnswer> {
  formsSent += 1;
  const as = { number: petition.number, publicId: who.publicId };
  return submitAnswer(site, { token, as, form }, now ?? NOW + formsSent);
}

/** All rows of answers, in the order in which they were written. */
export async function rowsOf(site: Site): Promise<Tables["responses"]["$inferSelect"][]> {
  const { responses } = site.db.tables;
  return site.db.read.select().from(responses).orderBy(responses.createdAt, responses.id);
}

/** The link that the address on record was sent about the newest form. */
export async function confirmToken(site: Site): Promise<string> {
  const row = (await rowsOf(site)).at(-1);
  if (!row) throw new Error("nothing has been written");
  return site.keyring.token("answer_confirm", row.groupId, 1);
}

/** Writes, confirms and publishes an answer. Returns the link to change it by. */
export async function publishAnswer(
  site: Site,
  scene: ToldScene,
  form: AnswerForm = answered(),
  now?: number,
): Promise<string> {
  const sent = await submit(site, scene, form, now);
  const token = await confirmToken(site);
  const confirmed = await confirmAnswer(site, token, (now ?? NOW) + 1000);
  const row = (await rowsOf(site)).find(({ id, groupId, state }) => id === groupId && state === "waiting");
  const settle = { publicId: row?.publicId ?? "", form: { decision: "publish" } as const };
  const accountId = await person(site, "moderator");
  const settled = await settleResponse(site, { ...settle, accountId }, (now ?? NOW) + 2000);
  if (settled !== "settled") throw new Error(`it ended as ${sent}, ${confirmed}, ${settled}`);
  return token;
}

/** What everybody reads of answers to a petition as a whole, a day later unless told otherwise. */
export async function shownTo(
  site: Site,
  campaignId: string,
  now: number = NOW + DAY,
): Promise<ShownAnswer[]> {
  return (await listAnswers(site.db.read, { campaignId }, now)).answers;
}
