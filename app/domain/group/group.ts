import { z } from "zod";
import {
  GROUP_ABOUT_CHARACTERS,
  GROUP_CHECKED_CHARACTERS,
  GROUP_NAME_CHARACTERS,
  GROUP_SPEAKS_FOR_AT_MOST,
  GROUP_SPEAKS_FOR_CHARACTERS,
} from "#app/policy-groups.ts";
import type { GroupState } from "#db/tables/group.ts";
import { optionalText, typedText } from "../moderation/typed-text.ts";

/** Everybody may read these. */
export const PUBLIC_GROUP_STATES = ["open", "closed"] as const satisfies GroupState[];
/** Its members may change what it says of itself. */
export const CHANGEABLE_GROUP_STATES = ["in_review", "rejected", "open"] as const satisfies GroupState[];

/** Whether a group's state is one of a list of them. */
export function isGroupIn(states: readonly GroupState[], state: GroupState): boolean {
  return states.includes(state);
}

/** Where everybody reads about a group. */
export function groupPath(slug: string): string {
  return `/groups/${slug}`;
}

/** What a group says of itself, as a change of it is kept: nothing of it is public before a moderator has seen it. */
export const GroupContent = z.object({
  name: z.string(),
  about: z.string(),
  gssCode: z.string(),
  declaredCount: z.number(),
  declaredOf: z.string(),
  /** The day on which the group said so, `YYYY-MM-DD` in London; blank where it says nothing. */
  declaredOn: z.string(),
  pictureId: z.string(),
});
export type GroupContent = z.infer<typeof GroupContent>;

const inOneLine = (text: string) => text.replace(/\s+/g, " ");

/** What a group says of itself, as its form sends it. Whom it speaks for is a number and who they are, or neither. */
export const GroupForm = z
  .object({
    name: typedText(GROUP_NAME_CHARACTERS, "Enter the group’s name").transform(inOneLine),
    about: typedText(GROUP_ABOUT_CHARACTERS, "Say who you are and what you do"),
    area: z
      .string()
      .default("")
      .refine((code) => code === "" || /^[EWSN]\d{8}$/.test(code), "Choose one of the list"),
    speaksForCount: z
      .string()
      .default("")
      .transform((typed) => typed.replace(/[,\s]/g, ""))
      .refine((typed) => typed === "" || /^[1-9]\d{0,8}$/.test(typed), "Enter a number, like 800, or nothing")
      .transform(Number)
      .refine(
        (count) => count <= GROUP_SPEAKS_FOR_AT_MOST,
        "Enter a number of people who live in this country",
      ),
    speaksFor: optionalText(GROUP_SPEAKS_FOR_CHARACTERS).transform(inOneLine),
  })
  .refine(({ speaksForCount, speaksFor }) => speaksForCount === 0 || speaksFor !== "", {
    path: ["speaksFor"],
    error: "Say who they are, for example families",
  })
  .refine(({ speaksForCount, speaksFor }) => speaksFor === "" || speaksForCount > 0, {
    path: ["speaksForCount"],
    error: "Say how many they are, or leave both blank",
  });
export type GroupForm = z.infer<typeof GroupForm>;

/** The content that a form makes of the one before; what was declared before keeps its day. */
export function contentOf(form: GroupForm, before: GroupContent | undefined, today: string): GroupContent {
  const { name, about, area, speaksForCount, speaksFor } = form;
  const isSaidAlready = before?.declaredCount === speaksForCount && before.declaredOf === speaksFor;
  const declaredOn = isSaidAlready ? before.declaredOn : today;
  return {
    ...{ name, about, gssCode: area, declaredCount: speaksForCount, declaredOf: speaksFor },
    declaredOn: speaksForCount === 0 ? "" : declaredOn,
    pictureId: before?.pictureId ?? "",
  };
}

/** Whether two contents say and show the same. */
export function isSameContent(a: GroupContent, b: GroupContent): boolean {
  return JSON.stringify(GroupContent.parse(a)) === JSON.stringify(GroupContent.parse(b));
}

/** What a moderator looked at before calling a group verified. */
export const VerifyForm = z.object({
  checked: typedText(GROUP_CHECKED_CHARACTERS, "Say what you looked at, as everybody will read it")
    .transform(inOneLine)
    .refine((words) => [...words].length >= 15, "Say in a sentence what you looked at"),
});
