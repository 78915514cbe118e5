import { isIn } from "../domain/campaign/campaign.ts";
import { nextMailingAt } from "../domain/update/mailing-times.server.ts";
import {
  countWanting,
  findOrganisedUpdate,
  type OrganisedUpdate,
} from "../domain/update/organised-updates.server.ts";
import { saveDraftUpdate } from "../domain/update/save-draft-update.server.ts";
import { UPDATE_STATES } from "../domain/update/update.ts";
import { UpdateForm } from "../domain/update/update-form.ts";
import type { RequestContext } from "./context.ts";
import { fieldErrors, readForm } from "./read-form.server.ts";
import { type Organising, requireOrganiser } from "./require-organiser.server.ts";

/** Whom a mail of a campaign's news would go to, and from when. */
export async function readMailTimes(
  { db, clock }: Pick<RequestContext, "db" | "clock">,
  campaignId: string,
): Promise<{ wantingCount: number; nextAt: number; now: number }> {
  const now = clock.now();
  const [wantingCount, nextAt] = await Promise.all([
    countWanting(db.read, campaignId),
    nextMailingAt(db.read, { campaignId }, now),
  ]);
  return { wantingCount, nextAt, now };
}

/** Whether news of a campaign can be told at all. */
export function takesNews({ state }: Pick<Organising["campaign"], "state">): boolean {
  return isIn(UPDATE_STATES, state);
}

/** An update of a campaign, for those who run it. @throws Response 404, and whatever `requireOrganiser` throws */
export async function requireUpdate(
  context: RequestContext,
  request: Request,
  { number, publicId = "" }: { number?: string; publicId?: string },
): Promise<Organising & { update: OrganisedUpdate }> {
  const organising = await requireOrganiser(context, request, number);
  const asked = { campaignId: organising.campaign.id, publicId };
  const update = await findOrganisedUpdate(context.db.read, context.keyring, asked);
  if (!update) throw new Response(null, { status: 404 });
  return { ...organising, update };
}

/** What a form shows again where it was not saved. */
export interface NotSaved {
  status: number;
  values: Record<string, string>;
  errors: Record<string, string>;
  problem: string;
}

/** Saves what a form says of an update, a new one or a draft that is there; its public name, or what is wrong. */
export async function saveUpdate(
  context: RequestContext,
  request: Request,
  { campaign, visitor }: Organising,
  publicId?: string,
): Promise<string | NotSaved> {
  const values = await readForm(request);
  const parsed = UpdateForm.safeParse(values);
  if (!parsed.success) return { status: 422, values, errors: fieldErrors(parsed.error), problem: "" };
  const saving = { campaignId: campaign.id, accountId: visitor.accountId, publicId, form: parsed.data };
  const saved = await saveDraftUpdate(context, saving, context.clock.now());
  if (saved.outcome === "saved") return saved.publicId;
  return { status: 409, values, errors: {}, problem: PROBLEMS[saved.outcome] };
}

const PROBLEMS = {
  not_now: "News can be told once it is open to sign.",
  too_many: "There are five drafts already. Publish one or throw one away first.",
  unknown: "This is no draft any more: somebody has published it or thrown it away.",
} as const;
