import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { Choice } from "#app/components/choice.tsx";
import { counted } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findEvidence } from "#app/domain/story/council-evidence.server.ts";
import { PACK_READERS } from "#app/domain/story/pack.ts";
import { countPackable } from "#app/domain/story/pack-stories.server.ts";
import { requirePackMaker } from "#app/http/require-pack-maker.server.ts";
import { requireSchoolCouncil } from "#app/http/require-school-council.server.ts";
import { STORIES_PER_PACK } from "#app/policy-story-sums.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePackMaker(context, request);
  const council = await requireSchoolCouncil(context, params.slug);
  const { slug, name, gssCode } = council;
  if (slug !== params.slug) throw redirect(`/organise/evidence/${slug}`, 303);
  const { read } = context.db;
  const [packable, evidence] = await Promise.all([countPackable(read, gssCode), findEvidence(read, gssCode)]);
  const familyCount = evidence.sum?.familyCount ?? 0;
  return { slug, name, packable, storyCount: evidence.storyCount, familyCount };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Evidence pack: ${data.name}` : "Evidence pack");

export default function EvidencePackPage(): ReactElement {
  const { slug, name, packable, storyCount, familyCount } = useLoaderData<typeof loader>();
  const packed = Math.min(packable, STORIES_PER_PACK);
  return (
    <>
      <PageHeading
        kicker={<a href={`/councils/${slug}/stories`}>{name}</a>}
        title="Evidence pack"
        lede="One file for those who inspect or check this council: what families told, added up, the official figures, how it was counted, and stories in full."
      />
      <ul>
        <li>
          {familyCount === 0
            ? "Nothing is added up here yet: fewer than ten families have told, or the sum may not be shown."
            : `What ${counted(familyCount, "family", "families")} told, added up as on the council’s page.`}
        </li>
        <li>
          {packed === 0
            ? "No story goes in: no author has agreed to it here."
            : `${counted(packed, "story", "stories")} of ${storyCount}: those whose authors agreed to this use.`}
          {packable > packed ? " The newest go in: a pack holds no more." : ""}
        </li>
        <li>No name, no address, and no fact beside a single story.</li>
      </ul>
      <p>
        Each author sees on their own page that their story went into a pack, when, and for whom. Make one
        only for somebody who will read it, and give it to nobody else.
      </p>
      <form method="post" action={`/organise/evidence/${slug}/pack.pdf`}>
        <Choice name="reader" label="Who gets it" options={PACK_READERS} value={PACK_READERS[0].value} />
        <Button>Make the pack (PDF)</Button>
      </form>
      <p>
        <a href={`/councils/${slug}/stories.csv`}>The numbers alone, for spreadsheets (CSV)</a>, are for
        everybody.
      </p>
    </>
  );
}
