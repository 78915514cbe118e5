import type { ReactElement } from "react";
import type { Claim } from "#app/domain/open-letter/standing.ts";
import type { VersionQuestion } from "#app/domain/open-letter/version-question.server.ts";
import type { PlaceQuestion } from "#app/domain/place/place-choices.server.ts";
import { Button } from "./button.tsx";
import { CampaignLink } from "./campaign-link.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { PlaceQuestions } from "./place-questions.tsx";
import { claimFacts } from "./standing-facts.ts";
import { VersionButtons, VersionDifference } from "./version-question.tsx";

interface ConfirmFormProps {
  title: string;
  /** Where the campaign can be read and signed; blank where nobody may. */
  path: string;
  /** It can still be signed, and not only confirmed. */
  isSignable: boolean;
  /** The version of its text that stands there now, where another one was signed. */
  newTextVersion?: number;
  /** Of an open letter: what has changed since it was signed, and which words are confirmed. */
  question?: VersionQuestion;
  name: string;
  claim: Claim;
  /** A postcode, or a country. */
  from: string;
  isAbroad: boolean;
  questions: readonly PlaceQuestion[];
  /** One sentence for each choice that needs putting right. */
  errors: Readonly<Record<string, string>>;
}

/** One button that counts a signature, and what it will count. */
export function ConfirmForm({
  title,
  path,
  isSignable,
  newTextVersion,
  question,
  name,
  claim,
  from,
  isAbroad,
  questions,
  errors,
}: ConfirmFormProps): ReactElement {
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={<CampaignLink path={path} title={title} />}
        title="Confirm your signature"
        lede="Press the button and you are counted."
      />
      <DefinitionList
        rows={[
          { term: "Name", value: name },
          { term: isAbroad ? "Country" : "Postcode", value: from },
          ...claimFacts(claim),
        ]}
      />
      {question === undefined ? null : <VersionDifference parts={question.parts} />}
      {newTextVersion === undefined || path === "" || question !== undefined ? null : (
        <Notice tone="waiting">
          <p>
            The words have changed since you signed. <a href={path}>Read them as they are now</a> before you
            confirm.
          </p>
        </Notice>
      )}
      <form method="post">
        {newTextVersion === undefined || question !== undefined ? null : (
          <input type="hidden" name="textVersion" value={newTextVersion} />
        )}
        <PlaceQuestions questions={questions} errors={errors} />
        {question === undefined ? (
          <Button>Confirm my signature</Button>
        ) : (
          <VersionButtons question={question} />
        )}
      </form>
      <p className="soft">
        Is something wrong? Do not confirm.{" "}
        {path === "" || !isSignable ? null : (
          <>
            <a href={`${path}#sign`}>Sign again</a> with the right details.
          </>
        )}
      </p>
    </>
  );
}
