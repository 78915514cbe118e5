import type { SendFigures } from "#app/domain/area/send-figures.server.ts";
import { figure } from "./format.ts";
import { percent } from "./send-chart.tsx";

type Year = SendFigures["years"][number];

/** Numbers below this are said in words: they could point at a child. */
const SMALLEST = 5;

/** 3 → "fewer than five", 0 → "none" */
export function smallFigure(n: number): string {
  if (n === 0) return "none";
  return n < SMALLEST ? "fewer than five" : figure(n);
}

/** The share of plans that came in time, where it can be said: of a small council it would give away a small number. */
export function inTimeShare({ plansInTime, plansIssued }: Year): number | undefined {
  if (plansInTime === null || plansIssued === null || plansIssued < SMALLEST) return undefined;
  if (isSmall(plansInTime) || isSmall(plansIssued - plansInTime)) return undefined;
  return plansInTime / plansIssued;
}

/** Shares of some years in one sentence: "31% in 2022, 28% in 2023". */
export function yearsInWords(years: readonly { year: number; share?: number }[]): string {
  return years
    .map(({ year, share }) =>
      share === undefined ? `no figure to show for ${year}` : `${percent(share)} in ${year}`,
    )
    .join(", ");
}

/** How many plans came in time in a year: "517 of 1,389". */
export function plansWords({ year, plansInTime, plansIssued }: Year): string | undefined {
  if (plansInTime === null || plansIssued === null || plansIssued < SMALLEST) return undefined;
  const whole = `${smallFigure(plansInTime)} of ${figure(plansIssued)} plans were finished in time in ${year}.`;
  return capital(whole);
}

/** How many requests for an assessment were refused in a year. */
export function refusedWords({
  year,
  requestsRefused,
  assessmentRequests,
  england,
}: Year): string | undefined {
  if (requestsRefused === null || assessmentRequests === null || assessmentRequests < SMALLEST)
    return undefined;
  const whole = `${smallFigure(requestsRefused)} of ${figure(assessmentRequests)} requests for an assessment were refused in ${year}`;
  if (requestsRefused < SMALLEST) return `${capital(whole)}.`;
  const share = percent(requestsRefused / assessmentRequests);
  const there =
    england.refusedShare === undefined ? "" : ` In England it was ${percent(england.refusedShare)}.`;
  return `${capital(whole)}: ${share}.${there}`;
}

/** How many families appealed to the tribunal in a year. */
export function appealsWords({ year, appeals, appealableDecisions }: Year): string | undefined {
  if (appeals === null) return undefined;
  if (appeals === 0) return `No appeals were made to the tribunal in ${year}.`;
  const whole = `${capital(smallFigure(appeals))} ${appeals === 1 ? "appeal was" : "appeals were"} made to the tribunal in ${year}`;
  if (appeals < SMALLEST || appealableDecisions === null || appealableDecisions === 0) return `${whole}.`;
  const rate = Math.round((1000 * appeals) / appealableDecisions) / 10;
  return `${whole}: ${rate} for every 100 decisions that could be appealed.`;
}

function isSmall(n: number): boolean {
  return n > 0 && n < SMALLEST;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
