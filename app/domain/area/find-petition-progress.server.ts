import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { type PetitionStep, petitionSteps, stepAhead, stepToClaim } from "./petition-progress.ts";
import { findCheckedPetitionRule, type PetitionRule } from "./petition-rule.server.ts";
import { findArea } from "./queries.server.ts";

/** How far a petition is by the rule of the council that it is addressed to. */
export interface PetitionProgress {
  rule: PetitionRule;
  councilName: string;
  /** As last published, like the two numbers after it; 0 before that. */
  total: number;
  /** Who let their name and postcode be handed in; null where the number is not published. */
  handInCount: number | null;
  /** Who say that they live, work or study there. */
  connectedCount: number | null;
  /** What comes next by the rule, or came last. */
  ahead: PetitionStep;
  /** What can be claimed now. */
  claim?: PetitionStep;
}

/** The progress of a petition to a council whose rule a moderator has read; undefined for all others. */
export async function findPetitionProgress(
  read: Reader,
  campaign: { id: string; bodyGss: string },
): Promise<PetitionProgress | undefined> {
  if (campaign.bodyGss === "") return undefined;
  const rule = await findCheckedPetitionRule(read, campaign.bodyGss);
  const council = rule && (await findArea(read, rule.gssCode));
  if (!rule || !council) return undefined;
  const { publications } = read.tables;
  const [counted] = await read.select().from(publications).where(eq(publications.campaignId, campaign.id));
  const total = counted?.total ?? 0;
  const steps = petitionSteps(rule, total);
  const ahead = stepAhead(steps);
  if (ahead === undefined) return undefined;
  return {
    rule,
    councilName: council.name,
    total,
    handInCount: counted?.handInCount ?? null,
    connectedCount: counted?.connectedCount ?? null,
    ahead,
    claim: stepToClaim(steps),
  };
}
