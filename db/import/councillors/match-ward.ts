import { foldPlace, nearestNames } from "../fold-name.ts";
import type { Council, Part } from "./councils.server.ts";

/** The ward that a row means, or why none can be said. */
export type WardMatch = { kind: "found"; ward: Part } | { kind: "not_found"; reason: string };

/**
 * Finds a ward or division of a council by code or by name; what does not match exactly once folded is never guessed,
 * the nearest names are said instead.
 */
export function matchWard(council: Council, given: { wardGss: string; ward: string }): WardMatch {
  const notFound = (reason: string) => ({ kind: "not_found", reason }) as const;
  const folded = foldPlace(given.ward);
  const byCode = council.parts.find((part) => part.gssCode === given.wardGss);
  if (byCode && (folded === "" || foldPlace(byCode.name) === folded)) return { kind: "found", ward: byCode };
  if (byCode) return notFound(`${given.wardGss} is ${byCode.name}, but the row says "${given.ward}"`);
  const [ward, ...others] =
    folded === "" ? [] : council.parts.filter((part) => foldPlace(part.name) === folded);
  if (ward && others.length === 0) return { kind: "found", ward };
  if (ward) return notFound(`${council.name} has more than one "${given.ward}"`);
  if (council.parts.length === 0)
    return notFound(`no wards of ${council.name} are known: import its areas first`);
  const near = nearestNames(
    given.ward,
    council.parts.map((part) => part.name),
  );
  const hint = near.length > 0 ? `; nearest: ${near.join(", ")}` : "";
  return notFound(`${council.name} has no ward "${given.ward || given.wardGss}"${hint}`);
}
