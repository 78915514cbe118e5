import { v7 } from "uuid";
import { GROUPS_PER_ACCOUNT_PER_DAY } from "#app/policy-groups.ts";
import type { Tx } from "#db/database.ts";
import { slugsFor } from "../campaign/slug.ts";
import { addMember } from "../crew/members.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { londonDay } from "../time/london.ts";
import { contentOf, type GroupContent, type GroupForm } from "./group.ts";
import { insertGroupChange } from "./group-changes.server.ts";

/**
 * Makes a group, owned by whoever makes it. It waits for a moderator as its own first change, and is seen by those
 * who run it alone until then.
 */
export async function createGroup(
  site: Pick<Site, "db">,
  { accountId, form }: { accountId: string; form: GroupForm },
  now: number,
): Promise<{ slug: string } | "too_many"> {
  return site.db.transaction("create group", async (tx) => {
    const allowance = { key: `groups ${accountId}`, windowMs: DAY, limit: GROUPS_PER_ACCOUNT_PER_DAY };
    if (!(await takeAllowance(tx, allowance, now))) return "too_many";
    const content = contentOf(form, undefined, londonDay(now));
    const id = v7({ msecs: now });
    const slug = await insertGroup(tx, id, content, now);
    await addMember(tx, { kind: "group", id }, { accountId, role: "owner" }, now);
    await insertGroupChange(tx, { groupId: id, accountId, content }, now);
    await appendAudit(tx, { accountId, action: "create_group", subject: id, detail: "" }, now);
    return { slug };
  });
}

/** Under the first slug for its name that is free; who else takes it at the same moment gets the next. */
async function insertGroup(tx: Tx, id: string, content: GroupContent, now: number): Promise<string> {
  const { groups } = tx.tables;
  for (const slug of slugsFor("group", content.name)) {
    const inserted = await tx
      .insert(groups)
      .values({
        ...{ id, slug, state: "in_review", ...content },
        ...{ verifiedAt: null, verifiedBy: "", verifiedWords: "" },
        isDemonstration: false,
        createdAt: now,
        openedAt: null,
      })
      .onConflictDoNothing()
      .returning({ id: groups.id });
    if (inserted.length > 0) return slug;
  }
  throw new Error("no slug is free for a group");
}
