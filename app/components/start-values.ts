import { DRAFT_STEPS, type DraftStep, draftGaps } from "#app/domain/campaign/draft.ts";
import { ASK_FIELDS, clauseOf } from "#app/domain/campaign/text-form.ts";

interface WrittenDraft {
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
  organiserName: string;
  email: string;
  goal: number;
  showsNames: boolean;
  pictureId: string;
  easy?: { title: string; why: string; more: string };
}

/** What the fields of all steps are filled with. `months` is how long it is open, as far as that is known. */
export function draftValues(draft: WrittenDraft, months: number): Record<string, string> {
  const { asks, easy, bodyKind, bodyGss, bodyName } = draft;
  const isCouncil = bodyKind === "council";
  return {
    ...{ title: draft.title, why: draft.why, more: draft.more, topic: draft.topic, postcode: draft.postcode },
    ...Object.fromEntries(ASK_FIELDS.map((field, index) => [field, asks[index]?.text ?? ""])),
    body: bodyName === "" ? "" : isCouncil ? `gss:${bodyGss}` : bodyKind,
    otherCouncil: isCouncil ? bodyGss : "",
    bodyName: isCouncil || bodyKind === "parliament" ? "" : bodyName,
    chosenName: bodyName,
    askClause: draft.askClause || clauseOf(asks[0]?.text ?? ""),
    ...{ organiserName: draft.organiserName, email: draft.email, goal: String(draft.goal) },
    ...{ months: String(months), showsNames: draft.showsNames ? "on" : "" },
    ...{ easyTitle: easy?.title ?? "", easyWhy: easy?.why ?? "", easyMore: easy?.more ?? "" },
  };
}

/** The steps that need nothing more; those that may be left out count once something is in them. */
export function doneSteps(draft: WrittenDraft): DraftStep[] {
  const missing = draftGaps(draft).map(({ step }) => step);
  return DRAFT_STEPS.filter((step) => {
    if (step === "picture") return draft.pictureId !== "";
    if (step === "easy") return draft.easy !== undefined;
    return !missing.includes(step);
  });
}
