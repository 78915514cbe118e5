interface CouncilKind {
  /** "County council" */
  one: string;
  many: string;
  /** What it does, for somebody who has never had to know. */
  does: string;
}

const ALL_SERVICES =
  "runs schools and special educational needs, social care, roads, bins, housing and planning";

const KINDS: Record<string, CouncilKind> = {
  county: {
    one: "County council",
    many: "County councils",
    does: "runs schools and special educational needs, social care and roads; districts do the rest",
  },
  district: {
    one: "District council",
    many: "District councils",
    does: "looks after bins, housing and planning; its county runs schools and special educational needs",
  },
  unitary: { one: "Unitary council", many: "Unitary councils", does: ALL_SERVICES },
  metropolitan: { one: "Metropolitan council", many: "Metropolitan councils", does: ALL_SERVICES },
  "london-borough": { one: "London borough", many: "London boroughs", does: ALL_SERVICES },
  "city-corporation": { one: "City corporation", many: "City corporations", does: ALL_SERVICES },
  "welsh-unitary": {
    one: "Welsh council",
    many: "Welsh councils",
    does: "runs schools and additional learning needs, social care, roads, bins, housing and planning",
  },
  "scottish-unitary": {
    one: "Scottish council",
    many: "Scottish councils",
    does: "runs schools and additional support for learning, social care, roads, bins, housing and planning",
  },
  "ni-district": {
    one: "Northern Ireland council",
    many: "Northern Ireland councils",
    does: "looks after bins, planning and leisure; no council here runs schools, the Education Authority does",
  },
};

const UNKNOWN_KIND: CouncilKind = { one: "Council", many: "Councils", does: "" };

/** What a kind of council is called and does, in plain words. */
export function councilKind(kind: string): CouncilKind {
  return KINDS[kind] ?? UNKNOWN_KIND;
}

/** What stands above a council's name: kind, region, and whether it runs schools and special needs. */
export function councilKicker(council: {
  kind: string;
  region: string;
  nation: string;
  runsEducation: boolean;
}): string {
  return [councilKind(council.kind).one, council.region, runsWords(council)].filter(Boolean).join(" · ");
}

function runsWords({ nation, runsEducation }: { nation: string; runsEducation: boolean }): string {
  if (!runsEducation || nation === "Northern Ireland") return "does not run schools";
  if (nation === "Wales") return "runs schools and additional learning needs";
  if (nation === "Scotland") return "runs schools and additional support for learning";
  return "runs schools and special educational needs";
}

/** How a council and a constituency share ground, in words; shares are of postcodes, 0 to 1. */
export function shareWords(
  { share, shareOfConstituency }: { share?: number; shareOfConstituency?: number },
  council: string,
): string {
  if (share === undefined || shareOfConstituency === undefined) return `part of ${council} lies in it`;
  if (share > 0.2) return `${portion(share)} of ${council} lies in it`;
  return `${portion(shareOfConstituency)} of it lies in ${council}`;
}

function portion(share: number): string {
  if (share > 0.995) return "all";
  if (share > 0.6) return "most";
  if (share > 0.4) return "about half";
  if (share > 0.29) return "about a third";
  if (share > 0.2) return "about a quarter";
  return "a small part";
}
