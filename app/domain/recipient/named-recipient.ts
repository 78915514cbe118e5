import { z } from "zod";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { NamedRecipientState } from "#db/tables/letter.ts";
import { optionalText } from "../moderation/typed-text.ts";
import type { Place } from "../privacy/keyring.server.ts";
import { textLine } from "../representative/admin-forms.ts";
import { EmailForm } from "../signature/sign-form.ts";

const NAME_LENGTH = 120;
const URL_LENGTH = 300;

/** States in which somebody named still counts. */
export const STANDING_STATES = ["waiting", "accepted"] as const satisfies NamedRecipientState[];

/** While a campaign is in one of these, its organisers name recipients and take them back. */
export const NAMING_STATES = [
  "draft",
  "gathering",
  "in_review",
  "changes_requested",
  "open",
  "paused",
] as const satisfies CampaignState[];

/** While a campaign is in one of these, whom it names waits for moderators. */
export const CHECKED_STATES = ["in_review", "open", "paused"] as const satisfies CampaignState[];

/** Why a moderator does not take somebody: the code, and what the organiser reads. */
export const REFUSALS = [
  { value: "no_page", label: "The page given does not show this address or this post" },
  { value: "private", label: "It is a private address, or that of somebody who does not act for the body" },
  { value: "wrong_body", label: "They have nothing to decide in this matter" },
  { value: "doubled", label: "They are named already" },
  { value: "other", label: "Something else: ask us" },
] as const;
/** One of these codes. */
export type Refusal = (typeof REFUSALS)[number]["value"];

/** How a refusal reads; blank for none that is known. */
export function refusalWords(reason: string): string {
  return REFUSALS.find(({ value }) => value === reason)?.label ?? "";
}

/** A page of the web, as typed: with `https://` or without. May be blank. */
export const PageField = optionalText(URL_LENGTH)
  .transform((text) => (text === "" || /^https?:\/\//i.test(text) ? text : `https://${text}`))
  .refine(
    (url) => url === "" || (URL.canParse(url) && /^https?:\/\/[^/\s@]+\.[^/\s@]+/i.test(url)),
    "Enter the address of a page, like https://www.example.gov.uk/contact",
  );

const Address = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .pipe(
    z.union([z.literal(""), EmailForm.shape.email], { error: "Enter an e-mail address, or leave it blank" }),
  )
  .transform((address) => address.toLowerCase());

/** Somebody whom a campaign goes to, as organisers name them. */
export const NamedForm = z
  .object({
    name: textLine(NAME_LENGTH),
    role: textLine(NAME_LENGTH),
    organisation: textLine(NAME_LENGTH),
    isCopy: z
      .string()
      .optional()
      .transform((value) => value === "on"),
    email: Address,
    sourceUrl: PageField,
  })
  .superRefine(({ name, role, organisation, email, sourceUrl }, ctx) => {
    const issue = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (name === "" && role === "") issue("name", "Enter a name, or a role below");
    if (role === "" && organisation === "") issue("role", "Say what they are, or for whom they act");
    if (email !== "" && sourceUrl === "") issue("sourceUrl", "Enter the page that publishes this address");
  });
export type NamedForm = z.infer<typeof NamedForm>;

/** How somebody named is called in one line: "Jo Hale, Director, County Council". */
export function namedLine({
  name,
  role,
  organisation,
}: Pick<NamedForm, "name" | "role" | "organisation">): string {
  return [name, role, organisation].filter((part) => part !== "").join(", ");
}

/** Where the address of somebody named is sealed. */
export function namedPlace(rowId: string): Place {
  return { table: "named_recipients", column: "email", rowId };
}
