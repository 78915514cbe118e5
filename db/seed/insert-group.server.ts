import { v7 } from "uuid";
import type { Tx } from "../database.ts";
import type { Tables } from "../schema.ts";

type Row = Tables["groups"]["$inferInsert"];

/** Everything of a group that somebody writes, and what a moderator looked at, if one did. */
export interface GroupDraft extends Pick<Row, "slug" | "name" | "about" | "createdAt"> {
  state?: Row["state"];
  gssCode?: string;
  declaredCount?: number;
  declaredOf?: string;
  declaredOn?: string;
  verifiedAt?: number;
  verifiedWords?: string;
  isDemonstration?: boolean;
}

/** Writes a group as a moderator has let it in, unless it says otherwise; nobody runs it yet. */
export async function insertGroup(tx: Tx, draft: GroupDraft): Promise<Tables["groups"]["$inferSelect"]> {
  const [group] = await tx
    .insert(tx.tables.groups)
    .values({
      ...{ state: "open", gssCode: "", declaredCount: 0, declaredOf: "", declaredOn: "" },
      ...{ verifiedAt: null, verifiedBy: "", verifiedWords: "", isDemonstration: false },
      ...draft,
      id: v7({ msecs: draft.createdAt }),
      pictureId: "",
      openedAt: draft.createdAt,
    })
    .returning();
  if (!group) throw new Error("a group was not written");
  return group;
}
