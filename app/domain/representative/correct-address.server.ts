import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Area } from "../area/queries.server.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import { councilDomainOf, isSharedMail } from "./seat-problem.server.ts";
import { addressProblem, type TermProblem } from "./seat-rules.ts";
import { type Representative, sealAddress, stateOfAddress } from "./term-rows.server.ts";

/**
 * Gives a term that had no address one, where it may be published for this seat; else says why not. Whoever asked to
 * be left alone stays so. The area's row is held.
 */
export async function correctAddress(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  {
    person,
    area,
    termId,
    form,
  }: {
    person: Pick<Representative, "kind">;
    area: Area;
    termId: string;
    form: { email: string; sourceUrl: string };
  },
  now: number,
): Promise<TermProblem | undefined> {
  const { email, sourceUrl } = form;
  const problem =
    area.level === "nation"
      ? isSharedMail(area, email)
        ? "shared_mail"
        : undefined
      : addressProblem(person.kind, email, await councilDomainOf(tx, area));
  if (problem) return problem;
  const { terms } = tx.tables;
  const [before] = await tx.select({ state: terms.addressState }).from(terms).where(eq(terms.id, termId));
  const sealed = sealAddress(keyring, termId, email);
  const addressState = await stateOfAddress(tx, sealed.addressHash, before?.state);
  await tx
    .update(terms)
    .set({ ...sealed, addressState, source: sourceUrl, checkedOn: londonDay(now) })
    .where(eq(terms.id, termId));
  return undefined;
}
