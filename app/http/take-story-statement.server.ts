import { data, redirect } from "@remix-run/node";
import { StatementForm } from "../domain/story/statement-form.ts";
import { findRepliedStory, type RepliedStory } from "../domain/story/statement-queries.server.ts";
import { type StatementTarget, writeStatement } from "../domain/story/write-statement.server.ts";
import type { RequestContext } from "./context.ts";
import { fieldErrors, readForm } from "./read-form.server.ts";

const TOO_MANY = "Too many replies have come from here within the hour. Please send it later.";

/** What was sent, to fill the form in again. */
type Refilled = { values: Record<string, string>; errors: Record<string, string>; problem: string };

/** Takes the form of a reply in and leads to the page that says what comes next, or gives the form back refilled. */
export async function takeStoryStatement(
  context: RequestContext,
  request: Request,
  { about, path }: { about: StatementTarget; path: string },
): Promise<Response | ReturnType<typeof data<Refilled>>> {
  const values = await readForm(request);
  const parsed = StatementForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const written = { about, form: parsed.data, clientAddress: context.client.address };
  switch (await writeStatement(context, written, context.clock.now())) {
    case "taken":
      return redirect(`${path}?sent=1`, 303);
    case "too_many":
      return data(
        { values, errors: {}, problem: TOO_MANY },
        { status: 429, headers: { "Retry-After": "3600" } },
      );
    case "gone":
      throw new Response(null, { status: 410 });
  }
}

/** The published story of a public address, to reply to. @throws Response 404, and 410 once it has gone. */
export async function requireRepliedStory(
  { db }: Pick<RequestContext, "db">,
  publicId = "",
): Promise<RepliedStory> {
  const story = await findRepliedStory(db.read, publicId);
  if (story === undefined) throw new Response(null, { status: 404 });
  if (story === "gone") throw new Response(null, { status: 410 });
  return story;
}
