import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { calendarDay, londonDay as dayInWords, monthOfYear } from "#app/components/format.ts";
import { tellerWords } from "#app/components/story-words.ts";
import { PackForm } from "#app/domain/story/pack.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requirePackMaker } from "#app/http/require-pack-maker.server.ts";
import { requireSchoolCouncil } from "#app/http/require-school-council.server.ts";
import { sendEvidencePack } from "#app/http/send-evidence-pack.server.ts";

/** Making a pack notes for each author where their story went, so nothing is made by following a link. */
export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/organise/evidence/${params.slug ?? ""}`, 303);
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { visitor, maker } = await requirePackMaker(context, request);
  const council = await requireSchoolCouncil(context, params.slug);
  const form = PackForm.safeParse(await readForm(request));
  if (!form.success) throw new Response(null, { status: 422 });
  const { accountId } = visitor;
  return sendEvidencePack(
    context,
    { council, reader: form.data.reader, maker, accountId },
    {
      day: dayInWords,
      calendar: calendarDay,
      told: ({ publishedAt, teller }) =>
        `Told in ${monthOfYear(londonDay(publishedAt))} by ${tellerWords(teller)}`,
    },
  );
}
