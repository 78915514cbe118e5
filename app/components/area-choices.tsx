import type { ReactElement } from "react";
import type { WhoSpeaks } from "#app/domain/area/who-speaks.server.ts";
import { AreaLinks } from "./area-index.tsx";
import { Button } from "./button.tsx";
import { PlaceQuestions } from "./place-questions.tsx";

interface AreaChoicesProps {
  questions: WhoSpeaks["questions"];
  /** As it is kept: it goes along in the address of the same page. */
  postcode: string;
  chosen: { council: string; constituency: string };
}

/** What somebody may choose where their postcode cannot tell: wards as links, councils and constituencies in lists. */
export function AreaChoices({ questions, postcode, chosen }: AreaChoicesProps): ReactElement | null {
  const wards = questions.find(({ field }) => field === "ward");
  const lists = questions.filter(({ field }) => field !== "ward");
  return (
    <>
      {wards === undefined ? null : (
        <section>
          <h2>Which is your ward?</h2>
          <p>
            This council has new wards, and we cannot tell yours from your postcode. Your polling card names
            it. Choose it to see its councillors.
          </p>
          <AreaLinks
            entries={wards.options.map(({ value, label }) => ({
              gssCode: value,
              name: label,
              href: `/areas?${new URLSearchParams({ postcode, ward: value })}`,
            }))}
          />
        </section>
      )}
      {lists.length === 0 ? null : (
        <form method="get" action="/areas" className="area-choices">
          <input type="hidden" name="postcode" value={postcode} />
          {lists.some(({ field }) => field === "council") ? null : (
            <input type="hidden" name="council" value={chosen.council} />
          )}
          {lists.some(({ field }) => field === "constituency") ? null : (
            <input type="hidden" name="constituency" value={chosen.constituency} />
          )}
          <PlaceQuestions questions={lists} legend="Choose your places" />
          <Button>Show who speaks for me</Button>
        </form>
      )}
    </>
  );
}
