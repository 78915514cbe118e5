import type { ReactElement } from "react";
import { CURRENT_NOTICES, consentTo, noticeWords } from "#app/domain/privacy/notices.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Choice } from "./choice.tsx";
import { ContactBox } from "./contact-box.tsx";
import { CountryChoice } from "./country-choice.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { SIGN_FIELDS, type SignErrors, type SignFormCampaign, type SignValues } from "./sign-values.ts";
import { StandingFields } from "./standing-fields.tsx";

export interface SignFormProps {
  /** `/petitions/:slug/sign` */
  action: string;
  campaign: SignFormCampaign;
  values?: SignValues;
  errors?: SignErrors;
  /** Something about the form as a whole, above the fields. */
  notice?: string;
}

/** The form that signs a petition or an open letter. It is `#sign` on its page. */
export function SignForm({
  action,
  campaign,
  values = {},
  errors = {},
  notice,
}: SignFormProps): ReactElement {
  if (campaign.signing !== "open") return <NotSignable campaign={campaign} />;
  const { kind } = campaign;
  return (
    <section className="card card-raised sign" id="sign" aria-labelledby="sign-title">
      <ErrorSummary errors={inPageOrder(errors)} />
      <h2 id="sign-title">Sign this {THIS[kind]}</h2>
      <p className="hint">A minute, and one e-mail to confirm.</p>
      {notice === undefined ? null : (
        <Notice tone="waiting">
          <p>{notice}</p>
        </Notice>
      )}
      <form method="post" action={action} noValidate>
        <Field name="name" label="Your name" value={values.name} error={errors.name} autoComplete="name" />
        <Field
          name="email"
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="email"
          value={values.email}
          error={errors.email}
        />
        <Field
          name="postcode"
          label="Postcode"
          hint="So your own councillors and MP hear."
          width="postcode"
          autoComplete="postal-code"
          value={values.postcode}
          error={errors.postcode}
        />
        <CountryChoice value={values.country} error={errors.country} />
        {kind === "letter" ? <Standing values={values} errors={errors} /> : null}
        <CheckField
          name="showName"
          label="Show my name on this page"
          value={values.showName}
          error={errors.showName}
        />
        <CheckField
          name="updates"
          label={`Send me news of this ${THIS[kind]}`}
          value={values.updates}
          error={errors.updates}
        />
        {campaign.group === undefined ? null : (
          <ContactBox group={campaign.group} value={values.contact} error={errors.contact} />
        )}
        {campaign.isCouncilPetition ? (
          <CouncilQuestions council={campaign.bodyName} values={values} errors={errors} />
        ) : null}
        <p className="consent">
          {consentTo(kind).wording} You can take your name off at any time. You must be 13 or over.{" "}
          <a href="/privacy">How we look after it</a>
        </p>
        <Button isWide>Sign</Button>
      </form>
    </section>
  );
}

/** In the form of a campaign there is no other that could be meant. */
const THIS: Record<CampaignKind, string> = { petition: "petition", letter: "letter" };

/** Folded away, for most sign as nobody but themselves. */
function Standing({ values, errors }: Required<Pick<SignFormProps, "values" | "errors">>): ReactElement {
  const { role, organisation, onBehalf, authority } = { ...values, ...errors };
  return (
    <details open={Boolean(role || organisation || onBehalf || authority)}>
      <summary>Sign with your role or organisation</summary>
      <StandingFields values={values} errors={errors} />
    </details>
  );
}

interface CouncilQuestionsProps {
  council: string;
  values: SignValues;
  errors: SignErrors;
}

function CouncilQuestions({ council, values, errors }: CouncilQuestionsProps): ReactElement {
  return (
    <fieldset>
      <legend className="hidden">For {council}, if you wish</legend>
      <CheckField
        name="handIn"
        label={noticeWords(CURRENT_NOTICES.handIn, council)}
        value={values.handIn}
        error={errors.handIn}
      />
      <Choice
        name="connection"
        label="Do you live, work or study there?"
        hint={noticeWords(CURRENT_NOTICES.connection, council)}
        blank="I would rather not say"
        options={[
          { value: "live", label: "I live there" },
          { value: "work", label: "I work there" },
          { value: "study", label: "I study there" },
        ]}
        value={values.connection}
        error={errors.connection}
      />
    </fieldset>
  );
}

function NotSignable({ campaign }: { campaign: SignFormCampaign }): ReactElement {
  const { title, words } = whyNot(campaign);
  return (
    <section className="card sign" id="sign" aria-labelledby="sign-title">
      <h2 id="sign-title">{title}</h2>
      <p>{words}</p>
      <p>
        <a href="/my-signatures">See or change what you have signed</a>
      </p>
    </section>
  );
}

function whyNot({ kind, signing, closesOn }: SignFormCampaign): { title: string; words: string } {
  switch (signing) {
    case "halted":
      return {
        title: "All signing is paused",
        words:
          "Nobody can sign on this site just now. Nothing is lost: petitions and letters stay open longer by as long as this lasts. Please come back in a day or two.",
      };
    case "in_review":
      return {
        title: "Being looked at",
        words: `A moderator reads this ${THIS[kind]} before it is published. Then everybody can sign it.`,
      };
    case "full":
      return {
        title: "Enough people support this",
        words:
          "More names are taken once it has been looked at and is published. Please come back then: this page leads there.",
      };
    case "paused":
      return {
        title: "Signing is paused",
        words: "It cannot be signed just now. Please come back in a few days.",
      };
    default:
      return {
        title: `This ${THIS[kind]} is closed`,
        words: `It can no longer be signed${closesOn === undefined ? "" : `. Its last day was ${closesOn}`}.`,
      };
  }
}

function inPageOrder(errors: SignErrors): { field: string; message: string }[] {
  return SIGN_FIELDS.flatMap((field) => {
    const message = errors[field];
    return message === undefined ? [] : [{ field, message }];
  });
}
