import { isIn } from "../domain/campaign/campaign.ts";
import { ChangeForm, VersionForm } from "../domain/campaign/change-form.ts";
import { changePicture } from "../domain/campaign/change-picture.server.ts";
import { EDITABLE_STATES, PROPOSABLE_STATES } from "../domain/campaign/proposal.ts";
import { proposeChange } from "../domain/campaign/propose-change.server.ts";
import { storePicture } from "../domain/campaign/store-picture.server.ts";
import type { RequestContext } from "./context.ts";
import { PROPOSE_PROBLEMS } from "./propose-words.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";
import type { Organising } from "./require-organiser.server.ts";
import { takePicture } from "./take-picture.server.ts";

/** What became of a form about a campaign's picture: the word for what was done, or why nothing was. */
export type PictureAnswer =
  | { done: "saved" | "proposed" }
  | {
      done?: undefined;
      status: 409 | 413 | 422;
      problem: string;
      errors: Record<string, string>;
      values: FormValues;
    };

/**
 * Shows another picture or none, or proposes it where the public has seen the petition.
 *
 * @throws Response 400 for a form that is broken
 */
export async function actOnPicture(
  context: RequestContext,
  request: Request,
  { campaign, visitor }: Organising,
): Promise<PictureAnswer> {
  const isProposed = !isIn(EDITABLE_STATES, campaign.state);
  if (isProposed && !isIn(PROPOSABLE_STATES, campaign.state)) return refused(PROPOSE_PROBLEMS.not_now, {});
  const taken = await takePicture(request, (made) =>
    storePicture(context, { campaignId: campaign.id, ...made }, context.clock.now()),
  );
  const { values } = taken;
  const change = isProposed ? ChangeForm.safeParse(values) : undefined;
  const errors = {
    ...(taken.kind === "refused" ? taken.errors : {}),
    ...(taken.kind === "none" && values.intent !== "drop" ? { picture: "Choose a picture" } : {}),
    ...(change?.error ? fieldErrors(change.error) : {}),
  };
  if (Object.keys(errors).length > 0)
    return { status: taken.kind === "refused" ? taken.status : 422, problem: "", errors, values };
  const pictureId = taken.kind === "stored" && values.intent !== "drop" ? taken.pictureId : "";
  if (!change) {
    const outcome = await changePicture(context, { campaignId: campaign.id, pictureId });
    return outcome === "changed" ? { done: "saved" } : refused(PROPOSE_PROBLEMS.not_now, values);
  }
  const who = { campaignId: campaign.id, accountId: visitor.accountId };
  const { version } = VersionForm.parse(values);
  const proposal = { ...who, version, pictureId, why: change.data?.reason ?? "" };
  const outcome = await proposeChange(context, proposal, context.clock.now());
  return outcome === "proposed" ? { done: "proposed" } : refused(PROPOSE_PROBLEMS[outcome], values);
}

function refused(problem: string, values: FormValues): PictureAnswer {
  return { status: 409, problem, errors: {}, values };
}
