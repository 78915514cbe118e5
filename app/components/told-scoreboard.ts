import type { ToldBefore } from "#app/domain/representative/find-representative.server.ts";
import type { ToldOfCampaign } from "#app/domain/representative/told-in-areas.server.ts";
import type { ShownAnswer } from "#app/domain/response/shown-answers.server.ts";
import { representativeToldRows } from "./area-told.ts";
import { counted, londonDay } from "./format.ts";
import { times } from "./told-rows.ts";
import type { ToldRow } from "./told-table.tsx";

interface Scores {
  told: readonly ToldOfCampaign[];
  toldBefore: readonly ToldBefore[];
  answers: readonly ShownAnswer[];
}

/**
 * "Told 3 times since 1 March 2026, of 2 campaigns; answered once." Blank where nothing has been told. Of answers
 * nothing is said where there are none, and where some are kept back before a poll.
 */
export function scoreWords({ told, toldBefore, answers }: Scores, isQuiet: boolean): string {
  const all = [...told, ...toldBefore].filter(({ toldCount }) => toldCount > 0);
  const first = Math.min(...all.flatMap(({ firstToldAt }) => firstToldAt ?? []));
  if (all.length === 0 || !Number.isFinite(first)) return "";
  const toldCount = all.reduce((sum, one) => sum + one.toldCount, 0);
  const of = new Set(all.map(({ campaignKind, campaignSlug }) => `${campaignKind} ${campaignSlug}`));
  const when =
    toldCount === 1
      ? `Told once, on ${londonDay(first)}`
      : `Told ${times(toldCount)} since ${londonDay(first)}`;
  const words = `${when}, of ${counted(of.size, "campaign")}`;
  const answered = answers.filter(({ campaign: { kind, slug } }) => of.has(`${kind} ${slug}`)).length;
  return isQuiet || answered === 0 ? `${words}.` : `${words}; answered ${times(answered)}.`;
}

/** A row for each campaign: how often they were told, and what they answered further down the page. */
export function scoreRows({ told }: Pick<Scores, "told">): ToldRow[] {
  return representativeToldRows(told).map((row, index) => {
    const answer = told[index]?.answer;
    return { ...row, answer: row.answer && answer && { ...row.answer, href: `#answer-${answer.publicId}` } };
  });
}
