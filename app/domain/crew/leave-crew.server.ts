import type { Tx } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Crew } from "./crew.ts";
import { countMembers, findMemberByKey, findMemberRole, takeOff } from "./members.server.ts";

/**
 * An owner takes somebody off what its caller holds. `role` is what the owner may do with it. `unknown` where the key
 * is nobody's who helps: owners leave by themselves.
 */
export async function removeFromCrew(
  tx: Tx,
  crew: Crew,
  { accountId, role, key }: { accountId: string; role: OrganiserRole | undefined; key: string },
  now: number,
): Promise<"removed" | "unknown" | "not_owner"> {
  if (role !== "owner") return "not_owner";
  const other = await findMemberByKey(tx, crew, key);
  if (other?.role !== "editor") return "unknown";
  await takeOff(tx, crew, other.accountId);
  await appendAudit(tx, { accountId, action: "remove_editor", subject: crew.id, detail: "" }, now);
  return "removed";
}

/** Somebody stops running what its caller holds. `last_owner`: it is never left without one. */
export async function leaveCrew(
  tx: Tx,
  crew: Crew,
  accountId: string,
  now: number,
): Promise<"left" | "last_owner" | "unknown"> {
  const role = await findMemberRole(tx, crew, accountId);
  if (role === undefined) return "unknown";
  if (role === "owner" && (await countMembers(tx, crew)).owners === 1) return "last_owner";
  await takeOff(tx, crew, accountId);
  await appendAudit(tx, { accountId, action: `leave_${crew.kind}`, subject: crew.id, detail: role }, now);
  return "left";
}
