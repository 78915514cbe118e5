import type { ReactElement } from "react";
import type { CellAreas } from "#app/domain/area/cell-names.server.ts";
import type { Claim } from "#app/domain/open-letter/standing.ts";
import type { VersionQuestion } from "#app/domain/open-letter/version-question.server.ts";
import type { PlaceQuestion } from "#app/domain/place/place-choices.server.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { Connection } from "#db/tables/signature.ts";
import { Button, ButtonLink } from "./button.tsx";
import { CampaignLink } from "./campaign-link.tsx";
import { ChangeStanding } from "./change-standing.tsx";
import { Contact } from "./contact.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import {
  ChangeName,
  ChangePostcode,
  EraseSignature,
  Preferences,
  WithdrawSignature,
} from "./manage-forms.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { PlaceQuestions } from "./place-questions.tsx";
import { useSite } from "./site-details.ts";
import { claimFacts } from "./standing-facts.ts";
import { VersionButtons, VersionDifference } from "./version-question.tsx";

export interface ManagedSignature {
  /** As what they sign an open letter, and what has become of it. */
  claim: Claim;
  standing: { words: string; isShown: boolean };
  /** What has changed in a letter since they signed. */
  question?: VersionQuestion;
  state: "pending" | "suspect" | "confirmed" | "withdrawn" | "invalidated" | "expired";
  name: string;
  email: string;
  from: string;
  isAbroad: boolean;
  showName: boolean;
  updates: boolean;
  handIn: boolean;
  connection: Connection;
  /** The group that may write by itself, or asks to; left out where none does. */
  contact?: { group: { slug: string; name: string }; isLet: boolean };
  campaign: {
    kind: CampaignKind;
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
  /** What was typed, where it has to be put right. */
  typed: Readonly<Record<string, string>>;
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
  invalidated: "A moderator has taken it out of the count. It is not counted.",
  expired: "It was not confirmed in time and is not counted.",
};

/** Everything a signatory can see of their own signature, and change. */
export function ManageSignature(props: ManageSignatureProps): ReactElement {
  const { signature, downloadHref, typed, isSaved, errors, problem } = props;
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
        <ConfirmHere questions={questions} question={signature.question} />
      ) : null}
      {state === "invalidated" ? <WhomToAsk /> : null}
      {(state === "withdrawn" || state === "expired") && campaign.takesSignatures && campaign.path !== "" ? (
        <p>
          <a href={campaign.path}>Sign again</a> if you wish.
        </p>
      ) : null}
      {isLive || state === "invalidated" ? <Preferences signature={signature} errors={errors} /> : null}
      {isLive ? (
        <>
          {campaign.kind === "letter" ? (
            <ChangeStanding signature={signature} typed={typed} errors={errors} />
          ) : null}
          <ChangeName signature={signature} typed={typed.name} error={errors.name} />
          <ChangePostcode signature={signature} typed={typed.postcode} error={errors.postcode} />
        </>
      ) : null}
      <h2>Keep a copy</h2>
      <p>
        <ButtonLink tone="quiet" href={downloadHref}>
          Download what we keep of you
        </ButtonLink>
      </p>
      {state === "confirmed" ? <WithdrawSignature campaign={campaign} /> : null}
      <EraseSignature state={state} campaign={campaign} />
    </div>
  );
}

interface ConfirmHereProps {
  questions: readonly PlaceQuestion[];
  question?: VersionQuestion;
}

/** Counts the signature; where a letter has other words by now, it is asked which ones. */
function ConfirmHere({ questions, question }: ConfirmHereProps): ReactElement {
  return (
    <form method="post">
      {question === undefined ? null : <VersionDifference parts={question.parts} />}
      <PlaceQuestions questions={questions} />
      <input type="hidden" name="intent" value="confirm" />
      {question === undefined ? (
        <Button>Confirm my signature</Button>
      ) : (
        <VersionButtons question={question} />
      )}
    </form>
  );
}

/** What somebody can do whose signature was taken out of the count. */
function WhomToAsk(): ReactElement {
  const { operatorName, operatorContact } = useSite();
  return (
    <Notice tone="waiting">
      <p>
        It looked as if it was one of many that people did not give themselves. If you signed it yourself,
        write to {operatorName}: <Contact to={operatorContact} />. They can put it back.
      </p>
    </Notice>
  );
}

function facts({ name, email, from, isAbroad, areas, claim, standing }: ManagedSignature) {
  const { ward, council, constituency } = areas;
  return [
    { term: "Name", value: name },
    { term: "E-mail", value: email },
    { term: isAbroad ? "Country" : "Postcode", value: from },
    ...(ward ? [{ term: "Ward", value: ward.name }] : []),
    ...(council ? [{ term: "Council", value: council.name }] : []),
    ...(constituency ? [{ term: "Constituency", value: constituency.name }] : []),
    ...claimFacts(claim),
    ...(standing.words === "" ? [] : [{ term: "Checked", value: standing.words }]),
  ];
}
