import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { FirstSignatories, FoundSignatories } from "#app/components/organise-signatories.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SearchForm } from "#app/components/search-form.tsx";
import { orderSignatories, signatoryHandle } from "#app/domain/open-letter/order-signatories.server.ts";
import {
  findSignatories,
  listPutFirst,
  listSignatories,
  type Signatory,
} from "#app/domain/open-letter/signatories.server.ts";
import { cleaned } from "#app/http/admin-query.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";
import { FIRST_SIGNATORIES } from "#app/policy-letters.ts";

const DONE = { ordered: "This is the order now." } as const;

const PROBLEMS = {
  full: `${FIRST_SIGNATORIES} stand first already. Take one out before you put another there.`,
  unknown: "This name is not shown any more.",
} as const;

const OrderForm = z.object({
  name: z.string().min(1).max(200),
  handle: z.string().min(1).max(30),
  act: z.enum(["put_first", "up", "down", "take_out"]),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, keyring } = context;
  const { campaign } = await requireOrganiser(context, request, params.number);
  const { id: campaignId, number, kind, title, state, showsNames } = campaign;
  const q = cleaned(new URL(request.url).searchParams.get("q"));
  const first = await listPutFirst(db.read, campaignId);
  const others =
    q === ""
      ? { people: await listSignatories(db.read, { campaignId, page: 1 }), isCut: false }
      : await findSignatories(db.read, { campaignId, q });
  const known = ({ signatureId, ...person }: Signatory) => ({
    ...person,
    handle: signatoryHandle(keyring, signatureId),
  });
  return {
    ...{ campaign: { number, kind, title, state }, showsNames, q, isCut: others.isCut },
    first: first.map(known),
    others: others.people.filter(({ isFirst }) => !isFirst).map(known),
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const parsed = OrderForm.safeParse(await readForm(request));
  if (!parsed.success) return data({ problem: "Press one of the buttons on the page." }, 422);
  const outcome = await orderSignatories(context, { campaignId: campaign.id, ...parsed.data });
  if (outcome === "ordered") return redirect(`/organise/${campaign.number}/signatories?done=ordered`, 303);
  return data({ problem: PROBLEMS[outcome] }, 409);
}

export const meta: MetaFunction = () => pageTitle("Who stands first");

export default function OrganiseSignatories(): ReactElement {
  const { campaign, showsNames, q, isCut, first, others, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const here = `/organise/${campaign.number}/signatories`;
  return (
    <OrganisePage
      campaign={campaign}
      title="Who stands first"
      lede={`Choose up to ${FIRST_SIGNATORIES} of those who show their names, and their order. All others follow by name.`}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      {showsNames ? (
        <>
          <FirstSignatories people={first} />
          <h2>All others</h2>
          <SearchForm action={here} label="Find a name or an organisation" q={q} />
          <FoundSignatories people={others} isFull={first.length >= FIRST_SIGNATORIES} />
          {isCut ? <p>There are more. Type more of the name to find them.</p> : null}
        </>
      ) : (
        <p>Names are not shown here.</p>
      )}
    </OrganisePage>
  );
}
