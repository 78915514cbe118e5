import type { AreaLevel } from "#db/tables/area.ts";
import type { TallyLevel } from "#db/tables/tally.ts";

interface Addressed {
  gssCode: string;
  level: AreaLevel;
  slug: string;
}

/** The address of an area's page. Wards and divisions stand under their council; without it they have none, nor have
 * nations. */
export function areaHref(area: Addressed, parent?: Pick<Addressed, "slug" | "gssCode">): string | undefined {
  const key = area.slug || area.gssCode;
  switch (area.level) {
    case "council":
      return `/councils/${key}`;
    case "constituency":
      return `/constituencies/${key}`;
    case "nation":
      return undefined;
    case "ward":
    case "division":
      return parent && `/councils/${parent.slug || parent.gssCode}/${area.level}s/${key}`;
  }
}

/** The page of a place with a published number; undefined for countries and for those who could not be placed. */
export function publishedHref(
  place: { level: TallyLevel; code: string; slug: string; parentGss: string },
  parentSlug = "",
): string | undefined {
  const { level, code: gssCode, slug, parentGss } = place;
  if (gssCode === "unplaced" || level === "country" || level === "unplaced") return undefined;
  const parent = { slug: parentSlug, gssCode: parentGss };
  return areaHref(
    { gssCode, slug, level: level === "upper" || level === "lower" ? "council" : level },
    parent,
  );
}
