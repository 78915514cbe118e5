import { redirect } from "@remix-run/node";
import {
  findManaged,
  findMergedInto,
  type ManagedRepresentative,
  type ManagedTerm,
} from "../domain/representative/admin-queries.server.ts";
import type { RequestContext } from "./context.ts";

type Context = Pick<RequestContext, "db" | "keyring" | "clock">;

/** The representative of an admin's URL; one who was merged leads to who stayed. @throws Response */
export async function requireManaged(
  { db, keyring, clock }: Context,
  publicId = "",
): Promise<ManagedRepresentative> {
  const person = await findManaged(db.read, keyring, publicId, clock.now());
  if (person) return person;
  const kept = await findMergedInto(db.read, publicId);
  if (kept !== undefined) throw redirect(`/admin/representatives/${kept}`, 301);
  throw new Response(null, { status: 404 });
}

/** One term of a representative, by the key in its URL. @throws Response */
export async function requireManagedTerm(
  context: Context,
  { publicId, term: key }: { publicId?: string; term?: string },
): Promise<{ person: ManagedRepresentative; term: ManagedTerm }> {
  const person = await requireManaged(context, publicId);
  const term = person.terms.find((one) => one.key === key);
  if (!term) throw new Response(null, { status: 404 });
  return { person, term };
}
