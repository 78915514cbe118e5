import type { ToldBefore } from "#app/domain/representative/find-representative.server.ts";
import type { ToldOfCampaign } from "#app/domain/representative/told-in-areas.server.ts";
import { stanceWords } from "#app/domain/response/response.ts";
import type { ShownAnswer } from "#app/domain/response/shown-answers.server.ts";
import { representativeToldRows } from "./area-told.ts";
import { counted, figure, londonDay } from "./format.ts";
import type { ToldRow } from "./told-table.tsx";

interface Scores {
  told: readonly ToldOfCampaign[];
  toldBefore: readonly ToldBefore[];
  answers: readonly ShownAnswer[];
}

/**
 * "Told of 3 campaigns, answered 2 of them." Blank where nothing has been told; of answers nothing is said where some
 * are kept back before a poll.
 */
export function scoreWords({ told, toldBefore, answers }: Scores, isQuiet: boolean): string {
  const of = new Set([
    ...told.filter(({ toldCount }) => toldCount > 0).map(({ campaignSlug }) => campaignSlug),
    ...toldBefore.filter(({ toldAt }) => toldAt !== undefined).map(({ campaignSlug }) => campaignSlug),
  ]);
  if (of.size === 0) return "";
  const answered = new Set(answers.map(({ campaign }) => campaign.slug).filter((slug) => of.has(slug)));
  if (isQuiet) return `Told of ${counted(of.size, "campaign")}.`;
  return `Told of ${counted(of.size, "campaign")}; answered here: ${figure(answered.size)}.`;
}

/** A row for each campaign: how often they were told, and what they answered. */
export function scoreRows({ told, answers }: Pick<Scores, "told" | "answers">): ToldRow[] {
  return representativeToldRows(told).map((row, index) => {
    const one = told[index];
    if (one === undefined) return row;
    const answer = answers.find(({ campaign }) => campaign.slug === one.campaignSlug);
    return {
      ...row,
      detail: [row.detail, timesWords(one)].filter(Boolean).join(" · "),
      answer: answer && { words: stanceWords(answer.stance), href: `#answer-${answer.publicId}` },
    };
  });
}

function timesWords({ toldCount, firstToldAt }: ToldOfCampaign): string {
  if (toldCount < 2 || firstToldAt === undefined) return "";
  return `told ${counted(toldCount, "time")} since ${londonDay(firstToldAt)}`;
}
