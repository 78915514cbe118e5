import { z } from "zod";
import type { Choice } from "./facts.ts";

/** Who an evidence pack can be made for: those who inspect or check a council, as its authors were told. */
export const PACK_READERS = [
  { value: "inspectors", label: "Inspectors: Ofsted and the Care Quality Commission" },
  { value: "scrutiny", label: "A scrutiny committee of the council" },
  { value: "ombudsman", label: "The Local Government and Social Care Ombudsman" },
  { value: "department", label: "The Department for Education" },
] as const satisfies Choice[];

/** Who makes it. */
export type PackMaker = "organiser" | "moderator";

/** The form in which somebody says who a pack is for. */
export const PackForm = z.object({
  reader: z.enum(
    PACK_READERS.map(({ value }) => value),
    { error: "Choose who gets it" },
  ),
});
export type PackForm = z.infer<typeof PackForm>;
export type PackReader = PackForm["reader"];

/** How its first page names those whom it is for. */
export function readerWords(reader: PackReader): string {
  return PACK_READERS.find(({ value }) => value === reader)?.label ?? "";
}

/** What an author reads of where a story has gone. */
export function sharingWords(councilName: string, reader: PackReader, maker: PackMaker): string {
  return `an evidence pack about ${councilName}, made by ${MAKERS[maker]}, for: ${readerWords(reader)}`;
}

const MAKERS: Record<PackMaker, string> = {
  organiser: "somebody who runs a campaign here",
  moderator: "a moderator of this site",
};
