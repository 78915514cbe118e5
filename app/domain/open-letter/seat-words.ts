import { foldWords } from "../area/fold-words.ts";

/** Words by which somebody says that they were elected or appointed to speak for others. */
const SEAT =
  /\b(?:mp|mps|mep|msp|ms|mla|am|mayor|councillor|councillors|cllr|cllrs|councilor|alderman|lord|lady|baroness|baron|peer|minister|secretary of state|member of (?:the )?(?:parliament|senedd|legislative assembly|house|scottish)|police and crime commissioner|pcc|leader of|deputy leader|cabinet member|portfolio holder|whip|chief executive|director of childrens services)\b/;

/** Whether a role or an organisation says so: no domain vouches for it, for everybody in an office shares one. */
export function speaksOfSeat({ role, organisation }: { role: string; organisation: string }): boolean {
  return (
    SEAT.test(foldWords(role)) ||
    /\b(?:parliament|house of commons|house of lords)\b/.test(foldWords(organisation))
  );
}

/** A seat as a role names it. */
export interface NamedSeat {
  kind: "mp" | "councillor";
  /** The area after "for", folded; blank where none is named. */
  area: string;
}

const MP = /^(?:mp|member of parliament)(?: for (?<area>.+))?$/;
const COUNCILLOR =
  /^(?:(?:county|district|city|borough|ward|town|parish)? ?(?:councillor|cllr))(?: for (?<area>.+))?$/;

/** The seat that a role names and nothing besides: "MP for Worcester", "Councillor"; undefined for all else. */
export function namedSeat(role: string): NamedSeat | undefined {
  const words = foldWords(role);
  const mp = MP.exec(words);
  if (mp) return { kind: "mp", area: mp.groups?.area ?? "" };
  const councillor = COUNCILLOR.exec(words);
  return councillor ? { kind: "councillor", area: councillor.groups?.area ?? "" } : undefined;
}
