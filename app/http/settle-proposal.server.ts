import type { SettleOutcome, Settling } from "../domain/campaign/proposal.ts";
import { SettleProposalForm } from "../domain/moderation/decision.ts";
import type { Site } from "../domain/site.ts";
import type { RequestContext } from "./context.ts";
import { fieldErrors, readForm } from "./read-form.server.ts";
import { requireRole } from "./require-role.server.ts";

/** The use case that settles one kind of proposal. */
type Settle = (site: Site, asked: Settling, now: number) => Promise<SettleOutcome>;

/** What a page shows where nothing was settled. */
export interface NotSettled {
  status: number;
  values: Record<string, string>;
  errors: Record<string, string>;
  problem: string;
}

/** Settles what a moderator's form says about a proposal. Undefined where it is done. @throws Response */
export async function settleProposal(
  context: RequestContext,
  request: Request,
  { publicId = "", settle, thing = "campaign" }: { publicId?: string; settle: Settle; thing?: string },
): Promise<NotSettled | undefined> {
  const { accountId: moderatorId } = await requireRole(context, request, "moderator");
  const values = await readForm(request);
  const parsed = SettleProposalForm.safeParse(values);
  if (!parsed.success) return { status: 422, values, errors: fieldErrors(parsed.error), problem: "" };
  const outcome = await settle(context, { publicId, moderatorId, ...parsed.data }, context.clock.now());
  switch (outcome) {
    case "settled":
      return undefined;
    case "unknown":
      throw new Response(null, { status: 404 });
    case "own_campaign":
      return {
        status: 403,
        values,
        errors: {},
        problem: `You run this ${thing}, so another moderator decides about it.`,
      };
    case "already_settled":
      return { status: 409, values, errors: {}, problem: SETTLED };
    case "changed_meanwhile":
      return {
        status: 409,
        values,
        errors: {},
        problem: `The ${thing} has changed since this was proposed, so it cannot be accepted any more. You can decline it, and say so in the note.`,
      };
  }
}

const SETTLED = "This has been settled meanwhile, as shown below.";
