import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { people } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { listHeldNames } from "#app/domain/signature/held-names.server.ts";
import { HeldNameForm, settleHeldName } from "#app/domain/signature/settle-held-name.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const SAVED: Readonly<Record<string, string>> = {
  allow: "The name is shown from the next publication on.",
  take_off: "The name is not shown. The signature still counts.",
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const saved = SAVED[new URL(request.url).searchParams.get("saved") ?? ""] ?? "";
  return { names: await listHeldNames(context.db.read), saved };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const parsed = HeldNameForm.safeParse(await readForm(request));
  if (!parsed.success) return data({ problem: "Press one of the buttons on the page." }, 422);
  const asked = { form: parsed.data, moderatorId: accountId };
  const outcome = await settleHeldName(context, asked, context.clock.now());
  switch (outcome) {
    case "settled":
      return redirect(`/moderate/names?saved=${parsed.data.decision}`, 303);
    case "already_settled":
      return data({ problem: "This name does not wait any more." }, 409);
    case "own_campaign":
      return data({ problem: "You run this campaign, so another moderator decides about it." }, 403);
    case "unknown":
      throw new Response(null, { status: 404 });
  }
}

export const meta: MetaFunction = () => pageTitle("Names that wait");

export default function ModerateNames(): ReactElement {
  const { names, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ModeratePage
      title="Names that wait"
      lede="A sitting representative has the same name, or the name says an office or an organisation, which nobody has checked, or it has letters of two alphabets. Let it stand where it is a person’s own name; take it off where it is a joke, or says more than a name. Nobody is written to."
      problem={sent?.problem}
      saved={sent ? "" : saved}
    >
      {names.length === 0 ? <p>No name waits.</p> : null}
      <ul className="queues plain-list">
        {names.map(({ number, title, name, count }) => (
          <li key={`${number} ${name}`}>
            <b>{name}</b>
            <span className="detail">
              {count === 1 ? "" : `${people(count)} of this name, `}
              on <a href={`/moderate/campaigns/${number}`}>{title}</a>
            </span>
            <form method="post" className="row">
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="name" value={name} />
              <Button tone="quiet" name="decision" value="allow">
                Let it stand<span className="hidden">: {name}</span>
              </Button>
              <Button tone="danger" name="decision" value="take_off">
                Take it off<span className="hidden">: {name}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </ModeratePage>
  );
}
