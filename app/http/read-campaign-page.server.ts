import { ANSWERS_SHOWN } from "#app/policy-forwarding.ts";
import { UPDATES_SHOWN } from "#app/policy-news.ts";
import { findPetitionProgress } from "../domain/area/find-petition-progress.server.ts";
import { takesSignatures } from "../domain/campaign/campaign.ts";
import { findPicture } from "../domain/campaign/find-picture.server.ts";
import { listFormerTexts } from "../domain/campaign/former-texts.server.ts";
import { listAskEvents } from "../domain/campaign/outcomes.server.ts";
import { type Campaign, countSignatures } from "../domain/campaign/queries.server.ts";
import { whereSigned } from "../domain/campaign/where-signed.server.ts";
import { listTold } from "../domain/forwarding/queries.server.ts";
import { findPublisher } from "../domain/group/publisher.server.ts";
import { findPaperCount } from "../domain/paper/paper-count.server.ts";
import { listAnswers } from "../domain/response/queries.server.ts";
import { listPublicNames } from "../domain/signature/queries.server.ts";
import { findSigningPause } from "../domain/signature/signing-pause.server.ts";
import { storyPath } from "../domain/story/invite-story.ts";
import { listUpdates } from "../domain/update/queries.server.ts";
import type { RequestContext } from "./context.ts";

const NAMES_SHOWN = 24;
const TOLD_SHOWN = 5;

export type CampaignPage = Awaited<ReturnType<typeof readCampaignPage>>;

/** All that the page of a petition and that of an open letter show alike: of one that has been published. */
export async function readCampaignPage(
  { db, clock, settings }: Pick<RequestContext, "db" | "clock" | "settings">,
  campaign: Campaign,
) {
  const now = clock.now();
  const { read } = db;
  const { id } = campaign;
  const [
    count,
    paper,
    where,
    names,
    told,
    pause,
    picture,
    events,
    formerTexts,
    answers,
    progress,
    news,
    publisher,
  ] = await Promise.all([
    countSignatures(read, id),
    findPaperCount(read, id),
    whereSigned(read, campaign),
    campaign.showsNames ? listPublicNames(read, id, NAMES_SHOWN) : [],
    listTold(read, { campaignId: id, forwarding: settings.forwarding, limit: TOLD_SHOWN }, now),
    findSigningPause(read),
    findPicture(read, campaign.pictureId),
    listAskEvents(read, id),
    listFormerTexts(read, id),
    listAnswers(read, { campaignId: id, limit: ANSWERS_SHOWN }, now),
    campaign.kind === "petition" ? findPetitionProgress(read, campaign) : undefined,
    listUpdates(read, { campaignId: id, limit: UPDATES_SHOWN }),
    findPublisher(read, campaign.groupId),
  ]);
  const { kind, slug, title, why, more, variants, bodyName, organiserName, goal, asks, isDemonstration } =
    campaign;
  return {
    campaign: {
      ...{ kind, slug, title, why, more, variants, bodyName, organiserName, goal, isDemonstration },
      asks: asks.map((ask) => ({
        ...ask,
        events: events.filter(({ position }) => position === ask.position),
        answers: answers.toAsks.filter(({ position }) => position === ask.position),
      })),
    },
    paperCount: paper?.count ?? 0,
    storyPath: storyPath(campaign),
    ...{ count, where, names, picture, formerTexts, progress, news, publisher },
    answers: { ...answers, toAsks: undefined },
    told: { ...told, isLive: settings.forwarding === "live", isCut: told.count > TOLD_SHOWN },
    isSignable: takesSignatures(campaign, now),
    isHalted: pause !== undefined,
  };
}
