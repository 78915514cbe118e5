import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { OrganiseGroupPage } from "#app/components/organise-group-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PictureField } from "#app/components/picture-field.tsx";
import { CHANGEABLE_GROUP_STATES, isGroupIn } from "#app/domain/group/group.ts";
import { findNewestChange, writtenContent } from "#app/domain/group/group-changes.server.ts";
import { findGroupPicture, storeGroupPicture } from "#app/domain/group/group-pictures.server.ts";
import { proposeGroupChange } from "#app/domain/group/propose-group-change.server.ts";
import { PROPOSE_GROUP_PROBLEMS } from "#app/http/propose-group-words.ts";
import { requireMember } from "#app/http/require-group.server.ts";
import { takePicture } from "#app/http/take-picture.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { group } = await requireMember(context, request, params.slug);
  const { read } = context.db;
  const { slug, name, state } = group;
  const newest = await findNewestChange(read, context.keyring, group.id);
  return {
    group: { slug, name, state },
    picture: await findGroupPicture(read, writtenContent(group, newest).pictureId),
    mayChange: isGroupIn(CHANGEABLE_GROUP_STATES, state),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { group, visitor } = await requireMember(context, request, params.slug);
  if (!isGroupIn(CHANGEABLE_GROUP_STATES, group.state)) throw new Response(null, { status: 409 });
  const now = context.clock.now();
  const taken = await takePicture(request, (made) =>
    storeGroupPicture(context, { groupId: group.id, ...made }, now),
  );
  const { values } = taken;
  if (taken.kind === "refused") return data({ values, errors: taken.errors, problem: "" }, taken.status);
  if (taken.kind === "none" && values.intent !== "drop") {
    const errors: Record<string, string> = { picture: "Choose a picture" };
    return data({ values, errors, problem: "" }, 422);
  }
  const pictureId = taken.kind === "stored" && values.intent !== "drop" ? taken.pictureId : "";
  const proposal = { groupId: group.id, accountId: visitor.accountId, change: { pictureId } };
  const outcome = await proposeGroupChange(context, proposal, now);
  if (outcome === "proposed") return redirect(`/organise/groups/${group.slug}?done=proposed`, 303);
  return data({ values, errors: {}, problem: PROPOSE_GROUP_PROBLEMS[outcome] }, 409);
}

export const meta: MetaFunction = () => pageTitle("Picture");

export default function GroupPicture(): ReactElement {
  const { group, picture, mayChange } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <OrganiseGroupPage
      group={group}
      title="Picture"
      lede="A moderator looks at it before it is shown."
      errors={errors}
      problem={sent?.problem}
    >
      {mayChange ? (
        <form method="post" encType="multipart/form-data" noValidate>
          <PictureField alt={sent?.values.alt} errors={errors} present={picture} isRequired={false} />
          <p className="row">
            <Button name="intent" value="save">
              Send it to a moderator
            </Button>
            {picture === undefined ? null : (
              <Button tone="quiet" name="intent" value="drop">
                Ask to take the picture off
              </Button>
            )}
          </p>
        </form>
      ) : (
        <p>The picture cannot be changed now.</p>
      )}
    </OrganiseGroupPage>
  );
}
