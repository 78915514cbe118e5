import { claimSubject } from "../domain/moderation/claim-subject.server.ts";
import { type Claim, findClaims } from "../domain/moderation/claims.server.ts";
import { releaseSubject } from "../domain/moderation/release-subject.server.ts";
import type { RequestContext } from "./context.ts";
import type { FormValues } from "./read-form.server.ts";

/** Who has something in hand, as one moderator sees it; undefined where nobody has. */
export async function readClaim(
  { db, keyring, clock }: Pick<RequestContext, "db" | "keyring" | "clock">,
  { subject, accountId }: { subject: string; accountId: string },
): Promise<(Claim & { isMine: boolean }) | undefined> {
  const claim = (await findClaims(db.read, keyring, [subject], clock.now())).get(subject);
  return claim && { ...claim, isMine: claim.accountId === accountId };
}

/** Does what a form about having something in hand asks for; undefined where the form is about something else. */
export async function actOnClaim(
  context: Pick<RequestContext, "db" | "clock">,
  { subject, accountId }: { subject: string; accountId: string },
  { intent, from = "" }: FormValues,
): Promise<"done" | "held" | undefined> {
  switch (intent) {
    case "release":
      await releaseSubject(context, { subject, accountId });
      return "done";
    case "claim":
    case "take_over": {
      const claim = { subject, accountId, from: intent === "take_over" ? from : undefined };
      return (await claimSubject(context, claim, context.clock.now())) === "claimed" ? "done" : "held";
    }
    default:
      return undefined;
  }
}
