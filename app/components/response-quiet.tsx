import type { ReactElement } from "react";
import { calendarDay } from "./format.ts";
import { PageHeading } from "./page-heading.tsx";

interface ResponseQuietProps {
  campaign: { title: string; path: string; areaName: string; quiet?: { name: string; pollOn: string } };
}

/** Before a poll nothing is answered in public. */
export function ResponseQuiet({ campaign }: ResponseQuietProps): ReactElement {
  const { title, path, areaName, quiet } = campaign;
  return (
    <>
      <PageHeading
        kicker={<a href={path}>{title}</a>}
        title="Not before the poll"
        lede={`There is a poll in ${areaName}${quiet ? `: ${quiet.name}, on ${calendarDay(quiet.pollOn)}` : ""}. Until then no answers are taken or shown, so that nobody gains or loses by them.`}
      />
      <p>Your link works again on the day after.</p>
    </>
  );
}
