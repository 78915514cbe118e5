import { type DraftStep, draftGaps, draftSteps } from "#app/domain/campaign/draft.ts";
import type { LetterSetting } from "#app/domain/campaign/text-content.ts";
import { ASK_FIELDS, clauseOf } from "#app/domain/campaign/text-form.ts";
import { formatPostcode } from "#app/domain/place/postcode.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { calendarDay } from "./format.ts";

interface WrittenDraft {
  kind: CampaignKind;
  title: string;
  why: string;
  more: string;
  asks: readonly { text: string }[];
  topic: string;
  postcode: string;
  bodyKind: string;
  bodyName: string;
  bodyGss: string;
  askClause: string;
  shortName: string;
  organiserName: string;
  email: string;
  goal: number;
  showsNames: boolean;
  pictureId: string;
  easy?: { title: string; why: string; more: string };
  letter: LetterSetting;
}

/** What the fields of all steps are filled with: `months` is how long it is open, `suggested` the councils of the place. */
export function draftValues(
  draft: WrittenDraft,
  { months, suggested }: { months: number; suggested: readonly { gssCode: string }[] },
): Record<string, string> {
  const { asks, easy, bodyKind, bodyGss, bodyName } = draft;
  const isCouncil = bodyKind === "council";
  const isSuggested = isCouncil && suggested.some(({ gssCode }) => gssCode === bodyGss);
  return {
    ...letterValues(draft.letter),
    ...{ title: draft.title, why: draft.why, more: draft.more, topic: draft.topic },
    ...Object.fromEntries(ASK_FIELDS.map((field, index) => [field, asks[index]?.text ?? ""])),
    postcode: draft.postcode === "" ? "" : formatPostcode(draft.postcode),
    body: bodyName === "" ? "" : isSuggested ? `gss:${bodyGss}` : bodyKind,
    otherCouncil: isCouncil && !isSuggested ? bodyGss : "",
    bodyName: isCouncil || bodyKind === "parliament" ? "" : bodyName,
    chosenName: bodyName,
    askClause: clauseOf(draft.askClause || (asks[0]?.text ?? "")),
    shortName: draft.shortName,
    ...{ organiserName: draft.organiserName, email: draft.email, goal: String(draft.goal) },
    ...{ months: String(months), showsNames: draft.showsNames ? "on" : "" },
    ...{ easyTitle: easy?.title ?? "", easyWhy: easy?.why ?? "", easyMore: easy?.more ?? "" },
  };
}

/** The fields of how a letter is set, its day as people write it. */
export function letterValues(letter: LetterSetting): Record<string, string> {
  return { ...letter, datedOn: letter.datedOn === "" ? "" : calendarDay(letter.datedOn) };
}

/** The steps that need nothing more; those that may be left out count once something is in them. */
export function doneSteps(draft: WrittenDraft, namedCount = 0): DraftStep[] {
  const missing = draftGaps(draft).map(({ step }) => step);
  return draftSteps(draft.kind).filter((step) => {
    if (step === "to") return namedCount > 0;
    if (step === "picture") return draft.pictureId !== "";
    if (step === "easy") return draft.easy !== undefined;
    return !missing.includes(step);
  });
}
