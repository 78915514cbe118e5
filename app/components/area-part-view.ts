import type { PartDescription } from "#app/domain/area/describe-part.server.ts";
import type { AreaEnding } from "#app/domain/area/ending.server.ts";
import type { Area } from "#app/domain/area/queries.server.ts";
import { signedWords } from "./area-council-words.ts";
import type { IndexEntry } from "./area-index.tsx";
import { areaHref } from "./area-links.ts";
import { areaToldRows } from "./area-told.ts";

/** What pages of wards, divisions and constituencies have in common, from what was read. */
export function partView(area: Area, description: PartDescription, ending: AreaEnding | undefined) {
  const { representatives, campaigns, open, told, answered, parents } = description;
  return {
    gssCode: area.gssCode,
    name: area.name,
    signed: signedWords(open),
    ended: ending && {
      ...ending,
      successors: ending.successors.map((one) => ({
        name: one.name,
        href: areaHref(one, parents.get(one.parentGss)),
      })),
    },
    representatives,
    campaigns,
    told: areaToldRows(told),
    answered,
  };
}

/** Areas as links; those that belong to a council say to which, where `withParent`. */
export function entriesOf(
  areas: readonly Area[],
  parents: ReadonlyMap<string, Area>,
  { withParent = false }: { withParent?: boolean } = {},
): IndexEntry[] {
  return areas.flatMap((area) => {
    const parent = parents.get(area.parentGss);
    const href = areaHref(area, parent);
    const { gssCode, name } = area;
    return href === undefined ? [] : [{ gssCode, name, href, detail: withParent ? parent?.name : undefined }];
  });
}
