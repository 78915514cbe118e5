import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { type Area, findArea, findAreas } from "../area/queries.server.ts";
import { hostOf, isSharedHost } from "../open-letter/mail-host.server.ts";
import { overlaps, type Span, type TermProblem } from "./seat-rules.ts";

/** Who is to sit in a seat, and when. */
export interface Sitting extends Span {
  kind: RepresentativeKind;
  gssCode: string;
  nameKey: string;
  /** Blank for somebody who is not there yet. */
  representativeId: string;
  /** The term that is being changed, if it is there. */
  termId?: string;
  /** Somebody else of the same name sits there. */
  isAnother: boolean;
}

/** Who is in the way of a term. The area's row is held: nobody can sit down while this looks. */
export async function seatProblem(tx: Tx, sitting: Sitting): Promise<TermProblem | undefined> {
  const { terms, representatives } = tx.tables;
  const there = await tx
    .select({
      termId: terms.id,
      representativeId: terms.representativeId,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      kind: representatives.kind,
      nameKey: representatives.nameKey,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(eq(terms.gssCode, sitting.gssCode));
  const others = there.filter((one) => one.termId !== sitting.termId && overlaps(one, sitting));
  if (others.some((one) => one.representativeId === sitting.representativeId)) return "already_theirs";
  if (
    !sitting.isAnother &&
    others.some((one) => one.kind === sitting.kind && one.nameKey === sitting.nameKey)
  ) {
    return "same_name";
  }
  return sitting.kind === "mp" && others.length > 0 ? "seat_taken" : undefined;
}

/** Official domains that many offices share: a minister's desk in Parliament, the health service. */
const SHARED_OFFICIAL = ["parliament.uk", "nhs.net"];

/** Whether an address is where no body without a council publishes one: at a domain where anybody may have one. */
export function isSharedMail(area: Pick<Area, "level">, address: string): boolean {
  if (area.level !== "nation" || address === "") return false;
  const host = hostOf(address);
  return (
    isSharedHost(host) && !SHARED_OFFICIAL.some((domain) => host === domain || host.endsWith(`.${domain}`))
  );
}

/** The domain of the council that an area is or lies in; blank for constituencies and nations. */
export async function councilDomainOf(tx: Tx, area: Area): Promise<string> {
  if (area.level === "council") return area.domain;
  if (area.parentGss === "") return "";
  return (await findArea(tx, area.parentGss))?.domain ?? "";
}

/** The domains of the councils that somebody speaks or spoke for. */
export async function listCouncilDomains(tx: Tx, representativeId: string): Promise<string[]> {
  const { terms } = tx.tables;
  const seats = await tx
    .selectDistinct({ gssCode: terms.gssCode })
    .from(terms)
    .where(eq(terms.representativeId, representativeId));
  const areas = await findAreas(
    tx,
    seats.map((seat) => seat.gssCode),
  );
  return Promise.all([...areas.values()].map((area) => councilDomainOf(tx, area)));
}
