import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { StandingState } from "#db/tables/letter.ts";
import { organisationKey } from "./organisation-key.ts";
import { NOT_SHOWN, type StandingRow } from "./standing-rows.server.ts";

type Vouched = Pick<StandingRow, "how" | "checkedWords" | "checkedBy" | "checkedAt"> & {
  isForOrganisation: boolean;
};

/**
 * Makes a standing vouched for if it still is in the state that it was read in. One who signs for an organisation
 * puts its name under the letter; `taken` where the same one stands there already, through somebody else: then
 * nothing has been done. `moved` where somebody was first.
 */
export async function vouchStanding(
  tx: Tx,
  { row, from, organisation }: { row: StandingRow; from: readonly StandingState[]; organisation: string },
  vouched: Vouched,
): Promise<"vouched" | "taken" | "moved"> {
  const { standings } = tx.tables;
  if (!from.includes(row.state)) return "moved";
  // Away and back again, so that the unique key settles who was first without an error.
  const [gone] = await tx
    .delete(standings)
    .where(
      and(
        eq(standings.signatureId, row.signatureId),
        eq(standings.publicId, row.publicId),
        eq(standings.state, row.state),
      ),
    )
    .returning();
  if (!gone) return "moved";
  const shown = vouched.isForOrganisation
    ? { role: "", organisation, organisationKey: organisationKey(organisation) }
    : { ...NOT_SHOWN, organisationKey: gone.organisationKey };
  const stands = await tx
    .insert(standings)
    .values({ ...gone, ...vouched, ...shown, state: "vouched", reason: "" })
    .onConflictDoNothing()
    .returning({ id: standings.signatureId });
  if (stands.length > 0) return "vouched";
  await tx.insert(standings).values(gone);
  return "taken";
}
