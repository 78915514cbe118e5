import type { ReactElement } from "react";
import type { CellAreas } from "#app/domain/area/cell-names.server.ts";
import type { PlaceQuestion } from "#app/domain/place/place-choices.server.ts";
import { Button, ButtonLink } from "./button.tsx";
import { CampaignLink } from "./campaign-link.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { ChangePostcode, EraseSignature, Preferences, WithdrawSignature } from "./manage-forms.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { PlaceQuestions } from "./place-questions.tsx";

export interface ManagedSignature {
  state: "pending" | "suspect" | "confirmed" | "withdrawn" | "invalidated" | "expired";
  name: string;
  email: string;
  from: string;
  isAbroad: boolean;
  showName: boolean;
  updates: boolean;
  handIn: boolean;
  campaign: {
    /** Where it can be read; blank where nobody may. */
    path: string;
    title: string;
    bodyName: string;
    isToCouncil: boolean;
    showsNames: boolean;
    takesSignatures: boolean;
    /** Whether this one may still be confirmed. */
    takesThis: boolean;
    /** Closed: whoever erases their details may stay counted. */
    hasEnded: boolean;
  };
  areas: CellAreas;
  questions: readonly PlaceQuestion[];
}

interface ManageSignatureProps {
  signature: ManagedSignature;
  downloadHref: string;
  /** What was typed into the postcode field, where it has to be put right. */
  postcodeTyped?: string;
  /** True right after a change. */
  isSaved: boolean;
  errors: Readonly<Record<string, string>>;
  problem: string;
}

const LEDES: Record<ManagedSignature["state"], string> = {
  pending: "It is not counted yet: confirm it below.",
  suspect: "It waits to be checked and is not counted yet.",
  confirmed: "It is counted.",
  withdrawn: "You have taken it off. It is not counted.",
  invalidated: "A moderator has taken it out of the count.",
  expired: "It was not confirmed in time and is not counted. Sign again if you wish.",
};

/** Everything a signatory can see of their own signature, and change. */
export function ManageSignature(props: ManageSignatureProps): ReactElement {
  const { signature, downloadHref, postcodeTyped, isSaved, errors, problem } = props;
  const { state, campaign, questions } = signature;
  const isLive = state === "pending" || state === "confirmed";
  return (
    <div className="prose">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={<CampaignLink path={campaign.path} title={campaign.title} />}
        title="Your signature"
        lede={LEDES[state]}
      />
      {isSaved ? (
        <Notice tone="ok">
          <p role="status">Done. This is how your signature stands now.</p>
        </Notice>
      ) : null}
      {problem === "" ? null : (
        <Notice tone="problem">
          <p>{problem}</p>
        </Notice>
      )}
      <DefinitionList rows={facts(signature)} />
      {state === "pending" && campaign.takesThis ? (
        <form method="post">
          <PlaceQuestions questions={questions} />
          <Button name="intent" value="confirm">
            Confirm my signature
          </Button>
        </form>
      ) : null}
      {isLive ? (
        <>
          <Preferences signature={signature} />
          <ChangePostcode signature={signature} typed={postcodeTyped} error={errors.postcode} />
        </>
      ) : null}
      <h2>Keep a copy</h2>
      <p>
        <ButtonLink tone="quiet" href={downloadHref}>
          Download what we keep of you
        </ButtonLink>
      </p>
      {state === "confirmed" ? <WithdrawSignature campaign={campaign} /> : null}
      <EraseSignature isCounted={state === "confirmed"} campaign={campaign} />
    </div>
  );
}

function facts({ name, email, from, isAbroad, areas }: ManagedSignature) {
  const { ward, council, constituency } = areas;
  return [
    { term: "Name", value: name },
    { term: "E-mail", value: email },
    { term: isAbroad ? "Country" : "Postcode", value: from },
    ...(ward ? [{ term: "Ward", value: ward.name }] : []),
    ...(council ? [{ term: "Council", value: council.name }] : []),
    ...(constituency ? [{ term: "Constituency", value: constituency.name }] : []),
  ];
}
