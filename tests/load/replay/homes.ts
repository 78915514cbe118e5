import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Places } from "#app/domain/place/places.server.ts";
import { pick, type Random } from "#db/seed/random.ts";
import type { PlacesRecording } from "./recording.ts";

/** Where somebody signs from: a postcode, or another country. */
export interface Home {
  postcode: string;
  country: string;
}

const POSTCODES = fileURLToPath(new URL("../../../db/seed/data/postcodes.txt", import.meta.url));
/** Of Northern Ireland no list of postcodes is shipped. */
const NORTHERN_IRELAND = ["BT1 1AA", "BT7 1NN", "BT48 6AB"];
const ABROAD: Home = { postcode: "", country: "FR" };

/**
 * Says where the next one signs from at a moment of the recording: as often from each constituency as people signed
 * there in that hour. Constituencies of former boundaries stand for those of today in the order of their codes, so
 * that as many places move, as unevenly. Without a recording of places all constituencies are alike.
 */
export function homesOf(
  places: Places,
  recording: PlacesRecording | undefined,
  random: Random,
): (at: number) => Home {
  const byConstituency = postcodesByConstituency(places);
  const today = [...byConstituency.keys()].toSorted();
  const all = [...byConstituency.values()].flat();
  if (!recording) return () => ({ postcode: pick(random, all), country: "" });
  const homes = recording.codes.map((code, index) => {
    if (code.startsWith("N")) return NORTHERN_IRELAND;
    const sameCountry = today.filter((other) => other[0] === code[0]);
    const among = sameCountry.length > 0 ? sameCountry : today;
    return byConstituency.get(code) ?? byConstituency.get(among[index % among.length] ?? "") ?? all;
  });
  let drawn: { at: number; draw(): Home } | undefined;
  return (at) => {
    const hour = Math.floor(at / 3_600_000);
    if (drawn?.at !== hour) drawn = { at: hour, draw: drawer(recording, at, homes, random) };
    return drawn.draw();
  };
}

/** Draws from the growth of the hour around a moment; where nothing grew, from all there was. */
function drawer(
  { hours }: PlacesRecording,
  at: number,
  homes: readonly (readonly string[])[],
  random: Random,
): () => Home {
  const next = hours.findIndex((hour) => hour.at > at);
  const after = hours[next === -1 ? hours.length - 1 : next];
  const before = hours[(next === -1 ? hours.length - 1 : next) - 1];
  const grew = (after?.counts ?? []).map((count, index) => Math.max(0, count - (before?.counts[index] ?? 0)));
  const weights = grew.some((weight) => weight > 0) ? grew : (after?.counts ?? []);
  const ends: number[] = [];
  let sum = 0;
  for (const weight of weights) {
    sum += weight;
    ends.push(sum);
  }
  const total = (after?.total ?? 0) - (before?.total ?? 0);
  const ukShare = total > 0 ? Math.min(1, ((after?.uk ?? 0) - (before?.uk ?? 0)) / total) : 1;
  return () => {
    if (random() >= ukShare) return ABROAD;
    const wanted = random() * sum;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return { postcode: pick(random, homes[low] ?? homes.flat()), country: "" };
  };
}

function postcodesByConstituency(places: Places): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const postcode of readFileSync(POSTCODES, "utf8").split("\n")) {
    const placed = places.locate(postcode);
    const code = "cell" in placed ? placed.cell.constituency : "";
    if (code === "") continue;
    const list = found.get(code) ?? [];
    list.push(postcode);
    found.set(code, list);
  }
  return found;
}
