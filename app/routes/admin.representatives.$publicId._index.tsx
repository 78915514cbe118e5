import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { AdminTerm } from "#app/components/admin-term.tsx";
import { KIND_WORDS } from "#app/components/admin-words.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { CorrectionNotice } from "#app/components/correction-notice.tsx";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { hasRole } from "#app/domain/account/account.ts";
import { findCorrection } from "#app/domain/moderation/corrections.server.ts";
import { cleaned } from "#app/http/admin-query.ts";
import { requireManaged } from "#app/http/require-managed.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const SAVED: Readonly<Record<string, string>> = {
  added: "Added.",
  corrected: "Saved.",
  merged: "Merged. Everything the other was told is now told here.",
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(context, request, "moderator");
  const person = await requireManaged(context, params.publicId);
  const { searchParams } = new URL(request.url);
  const correctionId = cleaned(searchParams.get("correction"));
  const offered = await findCorrection(context.db.read, context.keyring, correctionId);
  return {
    person,
    isAdmin: hasRole(visitor, "admin"),
    saved: SAVED[searchParams.get("saved") ?? ""] ?? "",
    correction: offered?.representative?.publicId === person.publicId ? offered : undefined,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.person.name ?? "Representative");

export default function AdminRepresentative(): ReactElement {
  const { person, isAdmin, saved, correction } = useLoaderData<typeof loader>();
  const path = `/admin/representatives/${person.publicId}`;
  return (
    <AdminPage
      title={person.name}
      lede={person.isInvented ? "Invented for the demonstration." : undefined}
      up={{ href: "/admin/representatives", label: "Representatives" }}
      saved={saved}
    >
      {correction === undefined ? null : <CorrectionNotice correction={correction} />}
      <DefinitionList
        rows={[
          { term: "What they are", value: KIND_WORDS[person.kind] },
          { term: "In letters", value: person.fullTitle },
          {
            term: "Known from",
            value: person.sourceKey.startsWith("admin:") ? "An admin" : person.sourceKey,
          },
          { term: "In public", value: <a href={`/representatives/${person.publicId}`}>Their page</a> },
        ]}
      />
      <p className="row">
        <ButtonLink tone="quiet" href={`${path}/name`}>
          Correct the name
        </ButtonLink>
        {isAdmin ? (
          <ButtonLink tone="quiet" href={`${path}/merge`}>
            Merge with another person
          </ButtonLink>
        ) : null}
      </p>
      <h2>Terms</h2>
      <div className="stack">
        {person.terms.map((term) => (
          <AdminTerm key={term.key} term={term} href={`${path}/terms/${term.key}`} />
        ))}
        <p>
          <ButtonLink href={`${path}/terms/new`}>Add a term</ButtonLink>
        </p>
      </div>
    </AdminPage>
  );
}
