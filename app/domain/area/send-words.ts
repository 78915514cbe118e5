import type { SendFigures } from "./send-figures.server.ts";
import { appealsRate, SMALLEST_OFFICIAL } from "./send-rates.ts";

type Year = SendFigures["years"][number];

/** 3 → "fewer than five", 0 → "none" */
export function smallFigure(n: number): string {
  if (n === 0) return "none";
  return n < SMALLEST_OFFICIAL ? "fewer than five" : figure(n);
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
  if (plansInTime === null || plansIssued === null || plansIssued < SMALLEST_OFFICIAL) return undefined;
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
  if (requestsRefused === null || assessmentRequests === null || assessmentRequests < SMALLEST_OFFICIAL)
    return undefined;
  const whole = `${smallFigure(requestsRefused)} of ${figure(assessmentRequests)} requests for an assessment were refused in ${year}`;
  if (requestsRefused < SMALLEST_OFFICIAL) return `${capital(whole)}.`;
  const share = percent(requestsRefused / assessmentRequests);
  const there =
    england.refusedShare === undefined ? "" : ` In England it was ${percent(england.refusedShare)}.`;
  return `${capital(whole)}: ${share}.${there}`;
}

/** How many families appealed to the tribunal in a year. */
export function appealsWords(one: Year): string | undefined {
  const { year, appeals } = one;
  if (appeals === null) return undefined;
  if (appeals === 0) return `No appeals were made to the tribunal in ${year}.`;
  const whole = `${capital(smallFigure(appeals))} ${appeals === 1 ? "appeal was" : "appeals were"} made to the tribunal in ${year}`;
  const rate = appealsRate(one);
  if (rate === undefined) return `${whole}.`;
  return `${whole}: ${rate} for every 100 decisions that could be appealed.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 0.3722 → "37%" */
export function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function figure(n: number): string {
  return n.toLocaleString("en-GB");
}
