import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { CheckField } from "#app/components/check-field.tsx";
import { OrganiseGroupPage } from "#app/components/organise-group-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SureField } from "#app/components/sure-field.tsx";
import { closeGroup, setGroupMessages } from "#app/domain/group/close-group.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireMember } from "#app/http/require-group.server.ts";
import { GROUP_MESSAGES_PER_DAY } from "#app/policy-groups.ts";

const DONE = { saved: "It is saved." } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { group } = await requireMember(context, request, params.slug, { owners: true });
  const { slug, name, state, takesMessages } = group;
  return { group: { slug, name, state }, takesMessages, done: doneWords(request, DONE) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { group, visitor } = await requireMember(context, request, params.slug, { owners: true });
  const form = await readForm(request);
  const base = `/organise/groups/${group.slug}`;
  switch (form.intent) {
    case "save":
      await setGroupMessages(context, { groupId: group.id, takesMessages: form.takesMessages === "on" });
      return redirect(`${base}/settings?done=saved`, 303);
    case "close": {
      const errors: Record<string, string> = { "sure-close": "Tick the box if you want to close it" };
      if (form.sure !== "on") return data({ errors, problem: "" }, 422);
      const who = { groupId: group.id, accountId: visitor.accountId };
      const outcome = await closeGroup(context, who, context.clock.now());
      if (outcome === "closed") return redirect(base, 303);
      return data({ errors: {}, problem: "It cannot be closed now." }, 409);
    }
  }
  throw new Response(null, { status: 400 });
}

export const meta: MetaFunction = () => pageTitle("Messages, closing");

export default function GroupSettings(): ReactElement {
  const { group, takesMessages, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const mayClose = group.state !== "closed" && group.state !== "hidden";
  return (
    <OrganiseGroupPage
      group={group}
      title="Messages, closing"
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      <form method="post">
        <h2>Messages</h2>
        <CheckField
          name="takesMessages"
          label="People can write to the group from its page"
          hint={`All who run the group get each message by mail, at most ${GROUP_MESSAGES_PER_DAY} a day. Nobody sees your addresses until you answer.`}
          value={takesMessages ? "on" : ""}
        />
        <Button name="intent" value="save">
          Save
        </Button>
      </form>
      {mayClose ? (
        <form method="post">
          <h2>Close the group</h2>
          <p>
            Its page stays to be read and says that it has ended. Its petitions and open letters go on, run by
            those who started them. It cannot be opened again.
          </p>
          <SureField
            id="sure-close"
            label="I want to close this group for good"
            error={errors["sure-close"]}
          />
          <Button tone="danger" name="intent" value="close">
            Close it
          </Button>
        </form>
      ) : null}
    </OrganiseGroupPage>
  );
}
