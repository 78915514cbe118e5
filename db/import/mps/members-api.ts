import { z } from "zod";
import { ImportFault } from "../import-fault.ts";
import type { TextFile } from "../read/open-file.ts";
import { readJson } from "../read/read-json.ts";
import type { MemberFile, MemberRow } from "./member-rows.ts";

const Text = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? "");
/** An instant without a zone, whose day is what counts. */
const Day = Text.transform((text) => /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? "");

/**
 * A member as members-api.parliament.uk gives one; what is not used here is not asked for.
 * Source: Members API, /api/Members/Search and /api/Members/{id}.
 */
const Member = z.object({
  id: z.number().int(),
  nameDisplayAs: z.string().min(1),
  nameFullTitle: Text,
  latestParty: z.object({ name: Text }).nullish(),
  latestHouseMembership: z.object({
    membershipFrom: Text,
    /** 1 is the Commons, 2 the Lords. */
    house: z.number().nullish(),
    membershipStartDate: Day,
    membershipEndDate: Day,
    membershipStatus: z.object({ statusIsActive: z.boolean().nullish(), statusStartDate: Day }).nullish(),
  }),
});
const Item = z.union([z.object({ value: Member }).transform((item) => item.value), Member]);
const Page = z.object({ items: z.array(z.unknown()), totalResults: z.number().nullish() });

const LORDS = 2;
const TITLE = "members of parliament (JSON of members-api.parliament.uk)";

/** Reads answers of the members API: one page or several, as files, lines or a list. @throws ImportFault */
export function parseMembersApi(files: readonly TextFile[]): MemberFile {
  const rows: MemberRow[] = [];
  let peerCount = 0;
  for (const file of files) {
    for (const [at, item] of listItems(file).entries()) {
      const read = Item.safeParse(item);
      const row = `${files.length > 1 ? `${file.name}, ` : ""}member ${at + 1}`;
      if (!read.success) {
        const lacking = read.error.issues[0]?.path.join(".") || "id, nameDisplayAs or latestHouseMembership";
        throw new ImportFault(`${file.name} was recognised as ${TITLE}, but ${row} lacks ${lacking}.`);
      }
      if (read.data.latestHouseMembership.house === LORDS) peerCount += 1;
      else rows.push(memberRow(row, read.data));
    }
  }
  return { format: TITLE, rows, peerCount };
}

function listItems(file: TextFile): unknown[] {
  const values = readJson(file).flatMap(({ value }) => (Array.isArray(value) ? value : [value]));
  const pages = values.map((value) => Page.safeParse(value));
  return values.flatMap((value, at) => {
    const page = pages[at];
    return page?.success ? page.data.items : [value];
  });
}

function memberRow(row: string, member: z.infer<typeof Member>): MemberRow {
  const { latestHouseMembership: membership } = member;
  const hasLeft =
    membership.membershipEndDate !== "" || membership.membershipStatus?.statusIsActive === false;
  const leftOn = membership.membershipEndDate || membership.membershipStatus?.statusStartDate || "";
  return {
    row,
    memberId: String(member.id),
    name: member.nameDisplayAs.trim(),
    fullTitle: member.nameFullTitle || `${member.nameDisplayAs.trim()} MP`,
    party: member.latestParty?.name ?? "",
    seat: { gssCode: "", name: membership.membershipFrom },
    startsOn: membership.membershipStartDate,
    endsOn: hasLeft ? leftOn : "",
    address: undefined,
  };
}
