import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PictureField } from "#app/components/picture-field.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { isIn } from "#app/domain/campaign/campaign.ts";
import { findPicture } from "#app/domain/campaign/find-picture.server.ts";
import { EDITABLE_STATES, PROPOSABLE_STATES } from "#app/domain/campaign/proposal.ts";
import { findWaitingChange } from "#app/domain/campaign/proposals.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { actOnPicture } from "#app/http/organise-picture.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = {
  saved: "It is saved.",
  proposed: "A moderator looks at it before it is shown.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const { id, number, title, state, pictureId, textVersion } = campaign;
  const { read } = context.db;
  const [picture, waiting] = await Promise.all([findPicture(read, pictureId), findWaitingChange(read, id)]);
  return {
    campaign: { number, title, state, textVersion },
    picture,
    isWaiting: waiting !== undefined,
    way: isIn(EDITABLE_STATES, state) ? "edit" : isIn(PROPOSABLE_STATES, state) ? "propose" : "none",
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const organising = await requireOrganiser(context, request, params.number);
  const acted = await actOnPicture(context, request, organising);
  if (acted.done !== undefined)
    return redirect(`/organise/${organising.campaign.number}/picture?done=${acted.done}`, 303);
  return data({ problem: acted.problem, errors: acted.errors, values: acted.values }, acted.status);
}

export const meta: MetaFunction = () => pageTitle("Picture");

export default function OrganisePicture(): ReactElement {
  const { campaign, picture, isWaiting, way, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const isProposed = way === "propose";
  return (
    <OrganisePage
      campaign={campaign}
      title="Picture"
      lede={isProposed ? "It is public, so a moderator looks at another picture first." : undefined}
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      {isWaiting ? (
        <p>
          A change waits for a moderator.{" "}
          <a href={`/organise/${campaign.number}/text`}>See it, or take it back</a>
        </p>
      ) : way === "none" ? (
        <p>The picture cannot be changed now.</p>
      ) : (
        <form method="post" encType="multipart/form-data" noValidate>
          <input type="hidden" name="version" value={campaign.textVersion} />
          <PictureField alt={sent?.values.alt} errors={errors} present={picture} isRequired={false} />
          {isProposed ? (
            <TextArea
              name="reason"
              label="Why should it change?"
              hint="For the moderator. Nobody else reads it."
              value={sent?.values.reason}
              error={errors.reason}
            />
          ) : null}
          <p className="row">
            <Button name="intent" value="save">
              {isProposed ? "Send it to a moderator" : "Save"}
            </Button>
            {picture === undefined ? null : (
              <Button tone="quiet" name="intent" value="drop">
                {isProposed ? "Ask to take the picture off" : "Take the picture off"}
              </Button>
            )}
          </p>
        </form>
      )}
    </OrganisePage>
  );
}
