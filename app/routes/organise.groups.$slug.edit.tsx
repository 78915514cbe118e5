import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { GroupFields, groupValues } from "#app/components/group-fields.tsx";
import { Notice } from "#app/components/notice.tsx";
import { OrganiseGroupPage } from "#app/components/organise-group-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { CHANGEABLE_GROUP_STATES, GroupForm, isGroupIn } from "#app/domain/group/group.ts";
import { findNewestChange, writtenContent } from "#app/domain/group/group-changes.server.ts";
import { proposeGroupChange, withdrawGroupChange } from "#app/domain/group/propose-group-change.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { areaChoices, isKnownArea } from "#app/http/group-areas.server.ts";
import { PROPOSE_GROUP_PROBLEMS } from "#app/http/propose-group-words.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireMember } from "#app/http/require-group.server.ts";

const DONE = { withdrawn: "It is taken back. Nothing changes." } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { group } = await requireMember(context, request, params.slug);
  const { slug, name, state } = group;
  const [newest, councils] = await Promise.all([
    findNewestChange(context.db.read, context.keyring, group.id),
    areaChoices(context),
  ]);
  return {
    group: { slug, name, state },
    values: groupValues(writtenContent(group, newest)),
    councils,
    isWaiting: newest?.state === "waiting",
    isVerified: group.verifiedAt !== null,
    mayChange: isGroupIn(CHANGEABLE_GROUP_STATES, state),
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { group, visitor } = await requireMember(context, request, params.slug);
  const values = await readForm(request);
  const base = `/organise/groups/${group.slug}`;
  const now = context.clock.now();
  if (values.intent === "withdraw") {
    const isGone = await withdrawGroupChange(context, group.id, now);
    if (isGone) return redirect(`${base}/edit?done=withdrawn`, 303);
    return data({ values: undefined, errors: {}, problem: "Nothing waits any more." }, 409);
  }
  const parsed = GroupForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  if (!(await isKnownArea(context, parsed.data.area)))
    return data({ values, errors: { area: "Choose one of the list" }, problem: "" }, 422);
  const { accountId } = visitor;
  const proposal = { groupId: group.id, accountId, change: { form: parsed.data } };
  const outcome = await proposeGroupChange(context, proposal, now);
  if (outcome === "proposed") return redirect(`${base}?done=proposed`, 303);
  return data({ values, errors: {}, problem: PROPOSE_GROUP_PROBLEMS[outcome] }, 409);
}

export const meta: MetaFunction = () => pageTitle("What the group says about itself");

export default function EditGroup(): ReactElement {
  const { group, values, councils, isWaiting, isVerified, mayChange, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const filled: Record<string, string> = sent?.values ?? values;
  return (
    <OrganiseGroupPage
      group={group}
      title="What it says about itself"
      lede="A moderator reads each change before it is shown."
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      {isWaiting && group.state === "open" ? (
        <form method="post">
          <Notice tone="waiting">
            <p>This waits for a moderator. What you send now takes its place.</p>
            <Button tone="quiet" name="intent" value="withdraw">
              Take it back
            </Button>
          </Notice>
        </form>
      ) : null}
      {isVerified ? (
        <p>Under another name the group is not verified any more, until a moderator has looked again.</p>
      ) : null}
      {mayChange ? (
        <form method="post" noValidate>
          <GroupFields values={filled} errors={errors} councils={councils} />
          <Button name="intent" value="save">
            Send it to a moderator
          </Button>
        </form>
      ) : (
        <p>It cannot be changed now.</p>
      )}
    </OrganiseGroupPage>
  );
}
