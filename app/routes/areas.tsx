import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AreaChoices } from "#app/components/area-choices.tsx";
import { PostcodeNote } from "#app/components/area-postcode-note.tsx";
import { AreaSpeakers } from "#app/components/area-speakers.tsx";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findWhoSpeaks, type WhoSpeaks } from "#app/domain/area/who-speaks.server.ts";
import { PlaceChoice } from "#app/domain/place/cell.ts";
import { formatPostcode, POSTCODE_HINT, readPostcode } from "#app/domain/place/postcode.ts";

/** The address holds a postcode: nobody keeps the page. */
const NEVER_KEPT = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

interface Found {
  /** What stands in the form. */
  typed: string;
  error?: string;
  /** As it is kept, with what it leads to. */
  placed?: { postcode: string; chosen: PlaceChoice; speaks: WhoSpeaks; source: string };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const typed = params.get("postcode");
  if (typed === null) return answer({ typed: "" });
  const read = readPostcode(typed);
  if (!read.ok) return answer({ typed: typed.slice(0, 100), error: POSTCODE_HINT }, 422);
  const chosen = PlaceChoice.safeParse(Object.fromEntries(params)).data ?? NO_CHOICE;
  const { postcode } = read;
  const speaks = await findWhoSpeaks(context, { postcode, choice: chosen }, context.clock.now());
  return answer({
    typed: formatPostcode(postcode),
    placed: { postcode, chosen, speaks, source: context.places.source },
  });
}

function answer(found: Found, status = 200) {
  return data(found, { status, headers: NEVER_KEPT });
}

const NO_CHOICE = { council: "", constituency: "", ward: "" };

export const headers: HeadersFunction = () => NEVER_KEPT;

export const meta: MetaFunction = () =>
  pageTitle("Who speaks for you?", "Your MP and your councillors, by postcode, and what each of them does.");

export default function AreasPage(): ReactElement {
  const { typed, error, placed } = useLoaderData<typeof loader>();
  return (
    <>
      <ErrorSummary errors={error === undefined ? [] : [{ field: "postcode", message: error }]} />
      <PageHeading
        title="Who speaks for you?"
        lede="Your postcode tells who was elected for the place where you live. We look it up and keep nothing."
      />
      <form method="get" action="/areas" className="postcode-form" noValidate>
        <Field
          name="postcode"
          label="Postcode"
          width="postcode"
          autoComplete="postal-code"
          value={typed}
          error={error}
        />
        <Button>Look up</Button>
      </form>
      {placed ? (
        <>
          <PostcodeNote speaks={placed.speaks} />
          <AreaSpeakers speaks={placed.speaks} />
          <AreaChoices
            questions={placed.speaks.questions}
            postcode={placed.postcode}
            chosen={placed.chosen}
          />
          <p className="soft small">
            Postcodes: {placed.source}. <a href="/about/data">All sources</a>
          </p>
        </>
      ) : (
        <p>
          Or choose from all <a href="/councils">councils</a> and <a href="/constituencies">constituencies</a>
          .
        </p>
      )}
    </>
  );
}
