import type { ReactElement } from "react";
import type { SendFigures as Figures } from "#app/domain/area/send-figures.server.ts";
import { inTimeShare } from "#app/domain/area/send-rates.ts";
import { appealsWords, plansWords, refusedWords, yearsInWords } from "#app/domain/area/send-words.ts";
import type { InspectionOutcome } from "#db/tables/figure.ts";
import { Chip, type ChipTone } from "./chip.tsx";
import { calendarDay, figure } from "./format.ts";
import { SendChart } from "./send-chart.tsx";

const OUTCOMES: Record<Exclude<InspectionOutcome, "">, { words: string; tone: ChipTone }> = {
  positive: { words: "Typically positive experiences and outcomes", tone: "ok" },
  inconsistent: { words: "Inconsistent experiences and outcomes", tone: "plain" },
  failings: { words: "Widespread or systemic failings", tone: "waiting" },
};

/** What officials publish of special educational needs under one English council, each figure with its source. */
export function SendFigures({ figures, place }: { figures: Figures; place: string }): ReactElement {
  const { years, inspection } = figures;
  return (
    <section className="card" aria-labelledby="official-figures">
      <h2 id="official-figures">The official figures</h2>
      <Plans years={years} place={place} />
      <h3>Last inspection</h3>
      <Inspection inspection={inspection} />
    </section>
  );
}

function Plans({ years, place }: { years: Figures["years"]; place: string }): ReactElement {
  const withPlans = years.filter((year) => year.plansIssued !== null || year.assessmentRequests !== null);
  const shares = withPlans.map((year) => ({ year: year.year, share: inTimeShare(year) }));
  const england = withPlans.map(({ year, england }) => ({ year, share: england.inTimeShare }));
  const latest = withPlans.at(-1);
  const active = years.filter((year) => year.activePlans !== null).at(-1);
  const fewest = Math.min(...withPlans.map((year) => year.england.councilCount));
  if (latest === undefined) return <p>No figures have been published for {place}.</p>;
  return (
    <>
      <p className="hint">
        Education, health and care plans finished within the 20 weeks that the law allows, of all plans
      </p>
      <SendChart years={shares} label={`${place}: ${yearsInWords(shares)}.`} />
      <p>{plansWords(latest)}</p>
      <p>
        England: {yearsInWords(england)}, added up from the councils that published their numbers, at least{" "}
        {figure(fewest)} of {figure(latest.england.allCount)} each year.
      </p>
      <ul>
        {[refusedWords(latest), appealsWords(latest), activeWords(active)]
          .filter((words) => words !== undefined)
          .map((words) => (
            <li key={words}>{words}</li>
          ))}
      </ul>
      <p className="hint">Source: {latest.source}.</p>
    </>
  );
}

function activeWords(year: Figures["years"][number] | undefined): string | undefined {
  if (year?.activePlans == null || year.activePlans < 5) return undefined;
  return `${figure(year.activePlans)} children and young people had a plan in January ${year.year}.`;
}

function Inspection({ inspection }: Pick<Figures, "inspection">): ReactElement {
  if (inspection === undefined) {
    return (
      <p>
        No report on this area under the inspections that began in 2023 is among those published by 29 June
        2026.
      </p>
    );
  }
  const { outcome, publishedOn, reportUrl, source } = inspection;
  return (
    <>
      <p>{outcome === "" ? "The outcome stands in the report." : <Chip {...OUTCOMES[outcome]} />}</p>
      <p className="hint">
        Report of {calendarDay(publishedOn)}.{" "}
        {reportUrl === "" ? null : <a href={reportUrl}>Read the report</a>}
      </p>
      <p className="hint">Source: {source}.</p>
    </>
  );
}
