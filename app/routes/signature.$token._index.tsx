import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { LinkProblem } from "#app/components/link-problem.tsx";
import { ManageSignature } from "#app/components/manage-signature.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findCellAreas } from "#app/domain/area/cell-names.server.ts";
import { ENDED_STATES, isIn, takesConfirmations, takesSignatures } from "#app/domain/campaign/campaign.ts";
import { standingWords } from "#app/domain/open-letter/standing-words.ts";
import { findVersionQuestion } from "#app/domain/open-letter/version-question.server.ts";
import { countryName } from "#app/domain/place/country.ts";
import { listPlaceQuestions } from "#app/domain/place/place-choices.server.ts";
import { formatPostcode } from "#app/domain/place/postcode.ts";
import { findContactGroup } from "#app/domain/signature/contact-consent.server.ts";
import { isCouncilPetition } from "#app/domain/signature/council-petition.ts";
import { ManageForm } from "#app/domain/signature/manage-form.ts";
import { manageSignature } from "#app/domain/signature/manage-signature.server.ts";
import { findSignatureByLink } from "#app/domain/signature/queries.server.ts";
import { findSigningPause } from "#app/domain/signature/signing-pause.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, keyring, places, clock } = context;
  const now = clock.now();
  const signature = await findSignatureByLink(db.read, keyring, params.token ?? "", ["signature"]);
  if (!signature) return data({ signature: undefined, token: "", isSaved: false }, 404);
  const { campaign, state, name, email, postcode, country } = signature;
  const { showName, updates, handIn, connection } = signature;
  const contactGroup = await findContactGroup(db.read, signature.contactGroupId, campaign.groupId);
  const isHalted = (await findSigningPause(db.read)) !== undefined;
  const isLate = !isHalted && state === "pending" && (signature.expiresAt ?? 0) <= now;
  return {
    signature: {
      state: isLate ? ("expired" as const) : state,
      name,
      email,
      from: country === "" ? formatPostcode(postcode) : countryName(country),
      isAbroad: country !== "",
      showName,
      updates,
      handIn,
      connection,
      contact: contactGroup && { group: contactGroup, isLet: signature.contactGroupId !== "" },
      claim: signature.claim,
      standing: standingWords(signature),
      question:
        campaign.kind === "letter" && campaign.state !== "gathering" && state === "pending"
          ? await findVersionQuestion(db.read, {
              campaignId: signature.campaignId,
              signed: signature.textVersion,
              present: campaign.textVersion,
            })
          : undefined,
      campaign: {
        kind: campaign.kind,
        path: campaign.path,
        title: campaign.title,
        bodyName: campaign.bodyName,
        isToCouncil: isCouncilPetition(campaign),
        showsNames: campaign.showsNames,
        takesSignatures: takesSignatures(campaign, now) && !isHalted,
        takesThis: takesConfirmations(campaign, signature.createdAt, now) && !isHalted,
        hasEnded: isIn(ENDED_STATES, campaign.state),
      },
      areas: await findCellAreas(db.read, signature.cell),
      questions: await listPlaceQuestions(db.read, places, signature, state === "confirmed"),
    },
    token: params.token ?? "",
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const values = await readForm(request);
  const parsed = ManageForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const outcome = await manageSignature(context, { token, form: parsed.data }, context.clock.now());
  switch (outcome) {
    case "done":
      return redirect(`/signature/${token}?saved=1`, 303);
    case "erased":
      return redirect("/signature/erased", 303);
    case "counted_without_details":
      return redirect("/signature/erased?counted=1", 303);
    case "name_taken": {
      const errors = { name: "The other person who signed with this address has that name" };
      return data({ values, errors, problem: "" }, 422);
    }
    case "unknown_link":
      return data({ values, errors: {}, problem: "" }, 404);
    case "not_possible":
      return data({ values, errors: {}, problem: "This is no longer possible for this signature." }, 409);
    case "not_countable":
      return data(
        {
          values,
          errors: {},
          problem: "This signature cannot be counted: the address has signed already, or signing has closed.",
        },
        409,
      );
  }
}

export const meta: MetaFunction = () => pageTitle("Your signature");

export default function SignaturePage(): ReactElement {
  const { signature, token, isSaved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (!signature) return <LinkProblem />;
  return (
    <ManageSignature
      signature={signature}
      downloadHref={`/signature/${token}/download.json`}
      typed={sent?.values ?? {}}
      isSaved={isSaved && sent === undefined}
      errors={sent?.errors ?? {}}
      problem={sent?.problem ?? ""}
    />
  );
}
