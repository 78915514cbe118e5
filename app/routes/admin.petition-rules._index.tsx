import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Chip } from "#app/components/chip.tsx";
import { calendarDay } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { listPetitionRules } from "#app/domain/area/petition-rule.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const DONE = { checked: "The rule is checked, and shown from now on." } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const rules = await listPetitionRules(context.db.read);
  return {
    rules: rules.map(({ gssCode, councilName, checkedOn }) => ({ gssCode, councilName, checkedOn })),
    done: doneWords(request, DONE),
  };
}

export const meta: MetaFunction = () => pageTitle("Councils’ rules for petitions");

export default function AdminPetitionRules(): ReactElement {
  const { rules, done } = useLoaderData<typeof loader>();
  return (
    <AdminPage
      title="Councils’ rules for petitions"
      lede="A rule is shown only after somebody has read it on the council’s own page. Those nobody has read stand first."
      saved={done}
    >
      <ul className="representatives plain-list">
        {rules.map(({ gssCode, councilName, checkedOn }) => (
          <li key={gssCode}>
            <a href={`/admin/petition-rules/${gssCode}`}>{councilName}</a>{" "}
            {checkedOn === "" ? (
              <Chip words="Not checked" tone="waiting" />
            ) : (
              <Chip words={`Read on ${calendarDay(checkedOn)}`} tone="ok" />
            )}
          </li>
        ))}
      </ul>
    </AdminPage>
  );
}
