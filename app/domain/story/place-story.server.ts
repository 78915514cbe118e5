import type { Reader } from "#db/database.ts";
import { findArea } from "../area/queries.server.ts";
import type { Places } from "../place/places.server.ts";
import { readPostcode } from "../place/postcode.ts";
import type { StoryPlace } from "./save-story-step.server.ts";

/** Where a family lives, or why we do not know. */
export type Placed = { place: StoryPlace } | "not_a_postcode" | "unknown" | "northern_ireland" | "abroad";

/**
 * The codes of a postcode: the council that runs education, the district below it where there is one, the
 * constituency. The postcode goes no further than this.
 */
export function placeStory(places: Pick<Places, "locate">, typed: string): Placed {
  const read = readPostcode(typed.trim());
  if (!read.ok) return "not_a_postcode";
  const { kind, cell } = places.locate(read.postcode);
  const { county, council, constituency, country } = cell;
  if (kind === "northern-ireland" || country === "GB-NIR") return "northern_ireland";
  if (kind === "crown-dependency" || kind === "overseas-territory") return "abroad";
  if (council === "") return "unknown";
  return {
    place: {
      councilGss: county || council,
      districtGss: county === "" ? "" : council,
      constituencyGss: constituency,
    },
  };
}

/** The place of a council that was chosen from the list; undefined where it does not run education. */
export async function placeByCouncil(read: Reader, gssCode: string): Promise<StoryPlace | undefined> {
  const area = await findArea(read, gssCode);
  if (area?.level !== "council" || area.kind === "district" || area.endsOn !== "") return undefined;
  return { councilGss: area.gssCode, districtGss: "", constituencyGss: "" };
}
