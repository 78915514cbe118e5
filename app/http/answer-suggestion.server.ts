import { settleSuggestion } from "../domain/story/settle-suggestion.server.ts";
import type { RequestContext } from "./context.ts";
import type { FormValues } from "./read-form.server.ts";

/** Does what the form of `StorySuggestion` asks for, in the name of whoever has the link. @throws Response 400. */
export async function answerSuggestion(
  context: Pick<RequestContext, "db" | "keyring" | "clock">,
  token: string,
  { suggestion: publicId = "", answer }: FormValues,
): Promise<"accepted" | "declined" | "old" | "gone"> {
  if (answer !== "accepted" && answer !== "declined") throw new Response(null, { status: 400 });
  return settleSuggestion(context, { token, publicId, answer }, context.clock.now());
}
