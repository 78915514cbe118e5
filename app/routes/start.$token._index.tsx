import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { draftGaps } from "#app/domain/campaign/draft.ts";
import { requireDraft } from "#app/http/require-draft.server.ts";

/** Leads on to where the draft was left: to what is missing, else to what may be added, else to the check. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const draft = await requireDraft(context, params.token);
  const [gap] = draftGaps(draft);
  const step = gap?.step ?? (draft.pictureId === "" ? "goal" : "check");
  throw redirect(`/start/${params.token}/${step}`, 303);
}
