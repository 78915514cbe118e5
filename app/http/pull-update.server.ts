import { z } from "zod";
import { typedText } from "../domain/moderation/typed-text.ts";
import { pullUpdate } from "../domain/update/take-down-update.server.ts";
import { NOTE_CHARACTERS } from "../policy.ts";
import type { RequestContext } from "./context.ts";
import { fieldErrors, readForm } from "./read-form.server.ts";
import { requireRole } from "./require-role.server.ts";
import type { NotSettled } from "./settle-proposal.server.ts";

const PullForm = z.object({
  pullNote: typedText(NOTE_CHARACTERS, "Write why, so that the organiser understands it"),
});

/** Takes an update down where a moderator's form asks for that. @throws Response */
export async function pullByForm(
  context: RequestContext,
  request: Request,
  publicId: string,
): Promise<"pulled" | "not_asked" | NotSettled> {
  const { accountId: moderatorId } = await requireRole(context, request, "moderator");
  const values = await readForm(request);
  if (values.intent !== "pull") return "not_asked";
  const parsed = PullForm.safeParse(values);
  if (!parsed.success) return { status: 422, values, errors: fieldErrors(parsed.error), problem: "" };
  const note = parsed.data.pullNote;
  const outcome = await pullUpdate(context, { publicId, moderatorId, note }, context.clock.now());
  switch (outcome) {
    case "pulled":
      return "pulled";
    case "unknown":
      throw new Response(null, { status: 404 });
    case "own_campaign":
      return {
        status: 403,
        values,
        errors: {},
        problem: "You run this campaign, so another moderator decides.",
      };
    case "not_public":
      return {
        status: 409,
        values,
        errors: {},
        problem: "It is not in public any more, as shown below.",
      };
  }
}
