import type { Places } from "#app/domain/place/places.server.ts";
import { foldName } from "#app/domain/signature/identity.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import type { Signing } from "./bulk-sign.server.ts";
import { growBetween } from "./growth.ts";
import { type Home, type Spread, spreadHomes } from "./homes.ts";
import { inventName, plainLetters } from "./names.ts";
import { pick, type Random } from "./random.ts";

/** Who signs a petition, and from when to when. */
export interface Crowd {
  spread: Spread;
  openedAt: number;
  until: number;
  /** The council that a petition asks, or blank: only then is asked what connects people with the place. */
  bodyGss: string;
  /** Folded names that nobody in the crowd may have. */
  takenNames: ReadonlySet<string>;
}

/** Mail domains reserved for examples: nothing sent to them can arrive anywhere. */
const DOMAINS = ["example.org", "example.com", "example.net", "post.example", "letters.example"];
/** Of those who live where somebody has signed, so many use the same address as they do. */
const SHARED_ADDRESSES = 0.1;

/** Invents a petition's signatories, in the order of confirming: real postcodes, invented names. */
export function inventSignings(random: Random, crowd: Crowd, places: Places): Signing[] {
  const homes = spreadHomes(random, crowd.spread, places);
  const moments = growBetween(random, homes.length, crowd.openedAt, crowd.until);
  const lastAt = new Map<string, { name: string; email: string }>();
  return moments.map((moment, index) => {
    const home = homes[index];
    if (!home) throw new Error("a signatory has no home");
    const partner =
      home.country === "" && random() < SHARED_ADDRESSES ? lastAt.get(home.postcode) : undefined;
    const name = partner ? inventRelative(random, crowd, partner.name) : inventName(random, crowd.takenNames);
    const email = partner?.email ?? `${plainLetters(name)}.${index + 1}@${pick(random, DOMAINS)}`;
    if (partner) lastAt.delete(home.postcode);
    else lastAt.set(home.postcode, { name, email });
    const lives = isIn(crowd.bodyGss, home, places);
    return {
      ...moment,
      form: fillForm(random, { name, email, home }, crowd.bodyGss === "" ? undefined : lives),
    };
  });
}

/** `lives` says whether they live in the area of the council asked; undefined where no council is. */
function fillForm(
  random: Random,
  { name, email, home }: { name: string; email: string; home: Home },
  lives: boolean | undefined,
): SignForm {
  const ticked = (share: number) => (random() < share ? "on" : undefined);
  const answer = random();
  return SignForm.parse({
    name,
    email,
    ...home,
    showName: ticked(0.34),
    updates: ticked(0.41),
    handIn: lives === undefined ? undefined : ticked(lives ? 0.46 : 0.12),
    connection: lives === undefined ? "" : lives ? liveOr(answer) : workOr(answer),
  });
}

function liveOr(answer: number): "live" | "study" | "" {
  if (answer < 0.58) return "live";
  return answer < 0.61 ? "study" : "";
}

function workOr(answer: number): "work" | "study" | "" {
  if (answer < 0.14) return "work";
  return answer < 0.18 ? "study" : "";
}

function isIn(gssCode: string, home: Home, places: Places): boolean {
  if (gssCode === "" || home.country !== "") return false;
  const { cell } = places.locate(home.postcode.replace(" ", ""));
  return cell.council === gssCode || cell.county === gssCode;
}

function inventRelative(random: Random, crowd: Crowd, of: string): string {
  const lastName = of.slice(of.indexOf(" ") + 1);
  return inventName(random, new Set([...crowd.takenNames, foldName(of)]), lastName);
}
