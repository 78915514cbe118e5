import { z } from "zod";
import { BODY_NAME_CHARACTERS, OPEN_AT_MOST_MONTHS, ORGANISER_NAME_CHARACTERS } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { optionalText, typedText } from "../moderation/typed-text.ts";
import type { Place } from "../privacy/keyring.server.ts";
import { EmailForm } from "../signature/sign-form.ts";
import { addMonths, londonDay } from "../time/london.ts";
import { SettingsForm } from "./settings-form.ts";

/** The pages on which a petition is written, in order. */
const PETITION_STEPS = ["title", "asks", "why", "whom", "you", "goal", "picture", "easy"] as const;
/** Those on which an open letter is: whom it goes to comes before what it says. */
const LETTER_STEPS = ["title", "whom", "to", "why", "asks", "you", "goal", "picture", "easy"] as const;
export type DraftStep = (typeof PETITION_STEPS)[number] | (typeof LETTER_STEPS)[number];

/** The pages on which a campaign of a kind is written, in order. */
export function draftSteps(kind: CampaignKind): readonly DraftStep[] {
  return kind === "letter" ? LETTER_STEPS : PETITION_STEPS;
}

/** The step of an address, or undefined where a campaign of this kind has none of the name. */
export function draftStep(kind: CampaignKind, text: string): DraftStep | undefined {
  return draftSteps(kind).find((step) => step === text);
}

/** What somebody can start. */
export const KindField = z.enum(["petition", "letter"], { error: "Choose one of the two" });

/** What a petition can be about, which says who runs it. */
export const TOPICS = [
  { value: "education", label: "Schools and special educational needs", tier: "upper" },
  { value: "care", label: "Care for children and adults", tier: "upper" },
  { value: "transport", label: "Roads and transport", tier: "upper" },
  { value: "libraries", label: "Libraries", tier: "upper" },
  { value: "housing", label: "Housing", tier: "lower" },
  { value: "planning", label: "Planning and building", tier: "lower" },
  { value: "waste", label: "Bins and street cleaning", tier: "lower" },
  { value: "leisure", label: "Parks and leisure", tier: "lower" },
  { value: "other", label: "Something else", tier: "" },
] as const;

/** Whom a petition can be addressed to besides a council. */
export const OTHER_BODIES = [
  { value: "department", label: "A government department" },
  { value: "parliament", label: "Parliament" },
  { value: "trust", label: "A school trust or an NHS trust" },
  { value: "other", label: "Somebody else" },
] as const;

/** Parliament has one name. */
export const PARLIAMENT = "UK Parliament";

const inOneLine = (text: string) => text.replace(/\s+/g, " ");

/** What it is about and where its organiser lives: what a council is suggested by. Both may be blank. */
export const PlaceFields = z.object({
  topic: z.enum(["", ...TOPICS.map(({ value }) => value)], { error: "Choose one of these" }).default(""),
  postcode: z.string().default(""),
});

/** Whom it is addressed to: `gss:` and a council's code, `council` with `otherCouncil`, or a kind of body with its name. */
export const WhomFields = z.object({
  body: z
    .string({ error: "Choose who should act" })
    .refine(
      (body) =>
        /^gss:[EWSN]\d{8}$/.test(body) ||
        body === "council" ||
        OTHER_BODIES.some(({ value }) => value === body),
      "Choose who should act",
    ),
  otherCouncil: z.string().default(""),
  bodyName: optionalText(BODY_NAME_CHARACTERS).transform(inOneLine),
});
export type WhomFields = z.infer<typeof WhomFields>;

/** Who stands behind it, and where they are reached. */
export const OrganiserName = typedText(ORGANISER_NAME_CHARACTERS, "Enter your name").transform(inOneLine);
export const OrganiserEmail = EmailForm.shape.email;

/** How many should sign, and for how long it is open. */
export const GoalFields = z.object({
  goal: SettingsForm.shape.goal,
  months: z.coerce
    .number({ error: "Choose how long" })
    .int()
    .min(1, "Choose how long")
    .max(OPEN_AT_MOST_MONTHS, "Choose how long"),
  showsNames: SettingsForm.shape.showsNames,
});

/** Where a text of a draft is sealed. */
export function draftPlace(campaignId: string, column: "email" | "postcode"): Place {
  return { table: "drafts", column, rowId: campaignId };
}

/** Something that a draft lacks before it can begin, and the step that asks for it. */
export interface DraftGap {
  step: DraftStep;
  words: string;
}

/** What is still missing, in the order of the steps. */
export function draftGaps(draft: {
  kind: CampaignKind;
  title: string;
  asks: readonly unknown[];
  why: string;
  bodyName: string;
  askClause: string;
  organiserName: string;
  email: string;
  letter: { salutation: string; close: string };
}): DraftGap[] {
  return draft.kind === "letter" ? letterGaps(draft) : petitionGaps(draft);
}

type Written = Parameters<typeof draftGaps>[0];

function petitionGaps(draft: Written): DraftGap[] {
  const gaps: (DraftGap | false)[] = [
    draft.title === "" && { step: "title", words: "A title" },
    draft.asks.length === 0 && { step: "asks", words: "At least one thing that you ask for" },
    draft.why === "" && { step: "why", words: "Why it matters" },
    (draft.bodyName === "" || draft.askClause === "") && { step: "whom", words: "Who should act" },
    (draft.organiserName === "" || draft.email === "") && { step: "you", words: "Your name and e-mail" },
  ];
  return gaps.filter((gap) => gap !== false);
}

function letterGaps(draft: Written): DraftGap[] {
  const { letter, why } = draft;
  const isWhole = why !== "" && letter.salutation !== "" && letter.close !== "";
  const gaps: (DraftGap | false)[] = [
    draft.title === "" && { step: "title", words: "A title" },
    draft.bodyName === "" && { step: "whom", words: "Who should act" },
    !isWhole && { step: "why", words: "The letter, with how it greets and how it ends" },
    (draft.asks.length === 0 || draft.askClause === "") && {
      ...{ step: "asks", words: "At least one thing that you ask for" },
    },
    (draft.organiserName === "" || draft.email === "") && { step: "you", words: "Your name and e-mail" },
  ];
  return gaps.filter((gap) => gap !== false);
}

/** In how many months, at least one and at most twelve, a last day to sign comes. */
export function monthsUntil(closesOn: string, now: number): number {
  const today = londonDay(now);
  let months = 1;
  while (months < OPEN_AT_MOST_MONTHS && addMonths(today, months) < closesOn) months += 1;
  return months;
}
