import type { StoryContent } from "./content.ts";
import type { Danger } from "./crisis.ts";
import { findMarks } from "./marks.ts";
import { markStory } from "./story-marks.ts";

/** Why two people look. */
export type SecondLookSign = "court_case" | "live_tribunal" | "abuse" | "named_officer";

const COURT =
  /\b(?:family court|crown court|magistrates|care (?:order|proceedings)|child protection|section 47|cafcass|fact[- ]finding|police (?:are |were )?(?:investigat\w+|interview\w+)|arrested|charged with|barred list)\b/iu;
const TRIBUNAL =
  /\b(?:(?:wait(?:ing)? for|awaiting|before) (?:the|our|a|my) (?:tribunal|hearing|appeal)|(?:tribunal|hearing|appeal) (?:is|has been) (?:listed|booked|lodged|registered|set|due|next|coming|still|on|in)|(?:have|has) (?:lodged|registered|appealed)|going (?:back )?to (?:the )?tribunal)\b/iu;
const FORCE =
  /\b(?:restrain(?:ed|t|ing)|held (?:him |her |them |me )?down|pinned (?:him |her |them |me )?(?:down|to)|locked (?:him |her |them |me )?(?:in|up)|seclusion|touched (?:him|her|me|my (?:son|daughter)))\b/iu;
/** What a mark says of the name of somebody who works with children. */
const OFFICER = /\bworks with a child\b/u;

/**
 * What in a story makes two people look: a court or care case, a tribunal that goes on, abuse or force against a
 * child, a name of somebody who works with children; by what its author ticked, and by words, since not everybody
 * ticks. It finds too much rather than too little.
 */
export function secondLookSigns(content: StoryContent, dangers: readonly Danger[]): SecondLookSign[] {
  const { court, tribunal, title, text, contentNote, easy } = content;
  const words = [title, text, contentNote, easy].join("\n\n");
  const isNamed = markStory(content).some(({ marks }) =>
    marks.some(({ kind, why }) => kind === "name" && OFFICER.test(why)),
  );
  const signs: [SecondLookSign, boolean][] = [
    ["court_case", court !== "no" || COURT.test(words)],
    ["live_tribunal", tribunal === "waiting" || TRIBUNAL.test(words)],
    ["abuse", FORCE.test(words) || dangers.some((danger) => danger !== "self_harm")],
    ["named_officer", isNamed],
  ];
  return signs.filter(([, isThere]) => isThere).map(([sign]) => sign);
}

let isPrepared = false;

/** What looks for names builds its lists the first time, which takes longer than a unit of writing may: call it before. */
export function prepareLook(): void {
  if (!isPrepared)
    findMarks("Our son Oliver Marsh is at St Barnabas. The SENCo, Mr Okonkwo, said no on 3 May.");
  isPrepared = true;
}

/** Whether two people look, one of them a senior moderator where `needsSenior` says so. */
export function needsSecondLook(content: StoryContent, dangers: readonly Danger[]): boolean {
  return secondLookSigns(content, dangers).length > 0;
}
