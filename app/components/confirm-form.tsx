import type { ReactElement } from "react";
import type { PlaceQuestion } from "#app/domain/place/place-choices.server.ts";
import { Button } from "./button.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { PageHeading } from "./page-heading.tsx";
import { PlaceQuestions } from "./place-questions.tsx";

interface ConfirmFormProps {
  title: string;
  slug: string;
  name: string;
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
  slug,
  name,
  from,
  isAbroad,
  questions,
  errors,
}: ConfirmFormProps): ReactElement {
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={<a href={`/petitions/${slug}`}>{title}</a>}
        title="Confirm your signature"
        lede="Press the button and you are counted."
      />
      <DefinitionList
        rows={[
          { term: "Name", value: name },
          { term: isAbroad ? "Country" : "Postcode", value: from },
        ]}
      />
      <form method="post">
        <PlaceQuestions questions={questions} errors={errors} />
        <Button>Confirm my signature</Button>
      </form>
      <p className="soft">
        Is something wrong? Do not confirm. <a href={`/petitions/${slug}#sign`}>Sign again</a> with the right
        details.
      </p>
    </>
  );
}
