import type { Tables } from "#db/schema.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { statementPlace } from "./statement.ts";
import type { StatementForm } from "./statement-form.ts";

type Row = Tables["storyStatements"]["$inferSelect"];

/** A reply with all that was typed, opened; blank what was taken back or is kept no longer. */
export interface OpenStatement extends Omit<Row, "writerName" | "writerRole"> {
  name: string;
  role: string;
}

/** What was typed, sealed for the row it will stand in. */
export function sealStatement(
  keyring: Keyring,
  rowId: string,
  { words, name, role, organisation, email }: Omit<StatementForm, "kind">,
): Pick<Row, "words" | "writerName" | "writerRole" | "organisation" | "email"> {
  return {
    ...sealShown(keyring, rowId, { words, role, organisation }),
    writerName: keyring.seal(statementPlace(rowId, "writer_name"), name),
    email: keyring.seal(statementPlace(rowId, "email"), email),
  };
}

/** The part of it that everybody reads while it is published, sealed (again). */
export function sealShown(
  keyring: Keyring,
  rowId: string,
  { words, role, organisation }: Pick<StatementForm, "words" | "role" | "organisation">,
): Pick<Row, "words" | "writerRole" | "organisation"> {
  return {
    words: keyring.seal(statementPlace(rowId, "words"), words),
    writerRole: keyring.seal(statementPlace(rowId, "writer_role"), role),
    organisation: keyring.seal(statementPlace(rowId, "organisation"), organisation),
  };
}

/** The row opened; of a published one, what everybody reads stands in it in clear. */
export function openStatement(keyring: Keyring, row: Row): OpenStatement {
  const { writerName, writerRole, ...others } = row;
  const isClear = row.state === "published";
  const shown = (column: "words" | "writer_role" | "organisation", text: string) =>
    isClear ? text : keyring.open(statementPlace(row.id, column), text);
  return {
    ...others,
    words: shown("words", row.words),
    role: shown("writer_role", writerRole),
    organisation: shown("organisation", row.organisation),
    name: keyring.open(statementPlace(row.id, "writer_name"), writerName),
    email: keyring.open(statementPlace(row.id, "email"), row.email),
    note: keyring.open(statementPlace(row.id, "note"), row.note),
  };
}

/** What the row of a reply that is kept no longer still says: that there was one. */
export const BLANK_STATEMENT = {
  ...{ words: "", writerName: "", writerRole: "", organisation: "", email: "", addressHash: "", note: "" },
} as const;
