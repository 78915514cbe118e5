import type { IndexGroup } from "./area-index.tsx";
import { areaHref } from "./area-links.ts";
import { councilKind } from "./area-words.ts";

interface ListedArea {
  gssCode: string;
  level: "council" | "constituency";
  kind: string;
  name: string;
  slug: string;
  nation: string;
  region: string;
}

const NATIONS = ["England", "Scotland", "Wales", "Northern Ireland"];

/** Councils or constituencies in the groups of their page: by nation, region and, for councils, kind; names in order. */
export function groupAreas(areas: readonly ListedArea[], details = new Map<string, string>()): IndexGroup[] {
  const groups = new Map<string, IndexGroup>();
  for (const area of areas) {
    const { many, does } = area.level === "council" ? councilKind(area.kind) : { many: "", does: "" };
    const key = `${NATIONS.indexOf(area.nation)} ${area.region} ${many}`;
    const group = groups.get(key) ?? {
      nation: area.nation,
      region: area.region,
      kind: many,
      does,
      entries: [],
    };
    const href = areaHref({ ...area, level: area.level }) ?? "";
    group.entries.push({ gssCode: area.gssCode, name: area.name, href, detail: details.get(area.gssCode) });
    groups.set(key, group);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
