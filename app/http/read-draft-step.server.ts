import type { z } from "zod";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { findArea } from "../domain/area/queries.server.ts";
import {
  type DraftStep,
  GoalFields,
  OrganiserEmail,
  OrganiserName,
  OTHER_BODIES,
  PARLIAMENT,
  PlaceFields,
  WhomFields,
} from "../domain/campaign/draft.ts";
import { LetterBody, LetterFields } from "../domain/campaign/letter-form.ts";
import type { DraftPart } from "../domain/campaign/save-draft.server.ts";
import {
  ASK_FIELDS,
  Ask,
  AskClause,
  Asks,
  clauseOf,
  Easy,
  More,
  ShortName,
  Title,
  Why,
} from "../domain/campaign/text-form.ts";
import { POSTCODE_HINT, readPostcode } from "../domain/place/postcode.ts";
import { addMonths, londonDay } from "../domain/time/london.ts";
import type { RequestContext } from "./context.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** One page of a draft as it was sent: what is right can be kept at once, what is wrong is said by field. */
export interface ReadStep {
  part: DraftPart;
  errors: Record<string, string>;
}

/** Reads the form of a step; that of the picture is read where files are. */
export async function readDraftStep(
  context: Pick<RequestContext, "db" | "clock">,
  { kind, step }: { kind: CampaignKind; step: Exclude<DraftStep, "picture" | "to"> },
  values: FormValues,
): Promise<ReadStep> {
  switch (step) {
    case "title":
      return readFields({ title: [Title, (title) => ({ text: { title } })] }, values);
    case "asks":
      return kind === "letter" ? joined(readAsks(values), readClause(values)) : readAsks(values);
    case "why":
      if (kind === "letter") return readFields(LETTER_READERS, values);
      return readFields(
        { why: [Why, (why) => ({ text: { why } })], more: [More, (more) => ({ text: { more } })] },
        values,
      );
    case "whom":
      return readWhom(context, kind, values);
    case "you":
      return readFields(
        {
          organiserName: [OrganiserName, (organiserName) => ({ campaign: { organiserName } })],
          email: [OrganiserEmail, (email) => ({ email })],
        },
        values,
      );
    case "goal":
      return readGoal(values, context.clock.now());
    case "easy": {
      const easy = Easy.safeParse(values);
      if (!easy.success) return { part: {}, errors: fieldErrors(easy.error) };
      return { part: { easy: easy.data ?? null }, errors: {} };
    }
  }
}

const LETTER_READERS: Record<string, FieldReader> = {
  place: [LetterFields.place, (place) => ({ text: { place } })],
  datedOn: [LetterFields.datedOn, (datedOn) => ({ text: { datedOn } })],
  salutation: [LetterFields.salutation, (salutation) => ({ text: { salutation } })],
  why: [LetterBody, (why) => ({ text: { why } })],
  close: [LetterFields.close, (close) => ({ text: { close } })],
  more: [More, (more) => ({ text: { more } })],
};

type FieldReader = readonly [schema: z.ZodType<string>, keep: (value: string) => DraftPart];

/** Field by field, so that one mistake loses nothing of the others. */
function readFields(fields: Record<string, FieldReader>, values: FormValues): ReadStep {
  const read: ReadStep = { part: {}, errors: {} };
  for (const [name, [schema, keep]] of Object.entries(fields)) {
    const parsed = schema.safeParse(values[name] ?? "");
    if (!parsed.success) {
      read.errors[name] = parsed.error.issues[0]?.message ?? "";
      continue;
    }
    const { text, campaign, ...others } = keep(parsed.data);
    read.part = {
      ...read.part,
      ...others,
      text: { ...read.part.text, ...text },
      campaign: { ...read.part.campaign, ...campaign },
    };
  }
  return { ...read, part: withoutEmpty(read.part) };
}

function withoutEmpty({ text, campaign, ...others }: DraftPart): DraftPart {
  const hasAny = (part: object | undefined) => part !== undefined && Object.keys(part).length > 0;
  return { ...others, ...(hasAny(text) ? { text } : {}), ...(hasAny(campaign) ? { campaign } : {}) };
}

function readAsks(values: FormValues): ReadStep {
  const all = Asks.safeParse(values);
  if (all.success) return { part: { asks: all.data }, errors: {} };
  const good = ASK_FIELDS.flatMap((field) => {
    const ask = Ask.safeParse(values[field] ?? "");
    return ask.success && /[\p{L}\p{N}]/u.test(ask.data) ? [ask.data] : [];
  });
  return { part: good.length === 0 ? {} : { asks: good }, errors: fieldErrors(all.error) };
}

/** The clause of a letter stands below its asks; left blank, it is made from the first one. */
function readClause(values: FormValues): ReadStep {
  const clause = AskClause.safeParse(values.askClause ?? "");
  const shortName = ShortName.safeParse(values.shortName ?? "");
  const made = clause.success && clause.data === "" ? `to ${clauseOf(values.ask1 ?? "")}` : clause.data;
  return {
    part: {
      campaign: {
        ...(made === undefined || made === "to " ? {} : { askClause: made }),
        ...(shortName.success ? { shortName: shortName.data } : {}),
      },
    },
    errors: {
      ...(clause.success ? {} : { askClause: clause.error.issues[0]?.message ?? "" }),
      ...(shortName.success ? {} : { shortName: shortName.error.issues[0]?.message ?? "" }),
    },
  };
}

function joined(one: ReadStep, other: ReadStep): ReadStep {
  return { part: { ...one.part, ...other.part }, errors: { ...one.errors, ...other.errors } };
}

/** `intent=suggest` asks for councils by postcode and topic: whatever else is right is kept, and nothing missed. */
async function readWhom(
  { db }: Pick<RequestContext, "db">,
  kind: CampaignKind,
  values: FormValues,
): Promise<ReadStep> {
  const place = PlaceFields.safeParse(values);
  if (!place.success) return { part: {}, errors: fieldErrors(place.error) };
  const isSearch = values.intent === "suggest";
  const typed = place.data.postcode.trim();
  const postcode = readPostcode(typed);
  const isWrong = !postcode.ok && (typed !== "" || isSearch);
  const whom = WhomFields.safeParse(values);
  const body = whom.success ? await bodyOf(db.read, whom.data) : { errors: fieldErrors(whom.error) };
  const named = kind === "letter" ? { part: {}, errors: {} } : readNamed(values);
  const missed = { ...("errors" in body ? body.errors : {}), ...named.errors };
  return {
    part: {
      ...(isWrong ? {} : { postcode: postcode.ok ? postcode.postcode : "" }),
      campaign: {
        topic: place.data.topic,
        ...("errors" in body ? {} : body),
        ...named.part.campaign,
      },
    },
    errors: { ...(isWrong ? { postcode: POSTCODE_HINT } : {}), ...(isSearch ? {} : missed) },
  };
}

/** What a petition asks in one clause, and its short name. */
function readNamed(values: FormValues): ReadStep {
  const { part, errors } = readClause({ ...values, ask1: "" });
  const isMissing = errors.askClause === undefined && part.campaign?.askClause === undefined;
  return {
    part,
    errors: isMissing ? { ...errors, askClause: "Say in one line what they should do" } : errors,
  };
}

type Body = Pick<NonNullable<DraftPart["campaign"]>, "bodyKind" | "bodyName" | "bodyGss">;

async function bodyOf(
  read: RequestContext["db"]["read"],
  { body, otherCouncil, bodyName }: WhomFields,
): Promise<Body | { errors: Record<string, string> }> {
  if (body === "council" || body.startsWith("gss:")) {
    const gssCode = body === "council" ? otherCouncil : body.slice("gss:".length);
    const area = await findArea(read, gssCode);
    if (area?.level !== "council" || area.endsOn !== "")
      return { errors: { otherCouncil: "Choose a council from the list" } };
    return { bodyKind: "council", bodyName: area.name, bodyGss: area.gssCode };
  }
  const kind = OTHER_BODIES.find(({ value }) => value === body)?.value ?? "other";
  if (kind === "parliament") return { bodyKind: kind, bodyName: PARLIAMENT, bodyGss: "" };
  if (!/[\p{L}\p{N}]/u.test(bodyName))
    return { errors: { bodyName: "Enter their name, like “Department for Education”" } };
  return { bodyKind: kind, bodyName, bodyGss: "" };
}

function readGoal(values: FormValues, now: number): ReadStep {
  const { goal, months, showsNames } = GoalFields.shape;
  const readGoal = goal.safeParse(values.goal);
  const readMonths = months.safeParse(values.months);
  const errors: Record<string, string> = {};
  if (!readGoal.success) errors.goal = readGoal.error.issues[0]?.message ?? "";
  if (!readMonths.success) errors.months = "Choose how long people can sign";
  return {
    errors,
    part: {
      campaign: {
        showsNames: showsNames.parse(values.showsNames),
        ...(readGoal.success ? { goal: readGoal.data } : {}),
        ...(readMonths.success ? { closesOn: addMonths(londonDay(now), readMonths.data) } : {}),
      },
    },
  };
}
