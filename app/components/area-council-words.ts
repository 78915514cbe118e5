import { counted, figure } from "./format.ts";

interface Standing {
  campaignCount: number;
  signatureCount: number;
  /** Published or not, open campaigns or none. */
  councillorCount: number;
  memberCount: number;
  /** Wards or divisions whose councillors are not known. */
  unknownParts: number;
  partWord: "ward" | "division";
  /** How many people have been told by real messages. */
  toldCount: number;
  forwarding: "off" | "rehearsal" | "live";
}

/** The sentences under a council's name, each of true numbers. */
export function councilLede(standing: Standing): string {
  return [signedWords(standing), speakWords(standing), toldWords(standing)].filter(Boolean).join(" ");
}

/** What is not known of its councillors, or nothing. */
export function unknownWords({
  unknownParts,
  partWord,
}: Pick<Standing, "unknownParts" | "partWord">): string {
  if (unknownParts === 0) return "";
  return `We do not know the councillors of ${counted(unknownParts, partWord)} yet.`;
}

/** How many have signed from here, where a number can be shown. */
export function signedWords({
  campaignCount,
  signatureCount,
}: Pick<Standing, "campaignCount" | "signatureCount">): string {
  if (campaignCount === 0) return "";
  return `${counted(signatureCount, "signature")} from here to ${counted(campaignCount, "open campaign")}.`;
}

function speakWords({ councillorCount, memberCount }: Standing): string {
  const known = [
    councillorCount === 0 ? "" : counted(councillorCount, "councillor"),
    memberCount === 0 ? "" : counted(memberCount, "MP"),
  ].filter((words) => words !== "");
  if (known.length === 0) return "";
  const isOne = councillorCount + memberCount === 1;
  return `We know ${known.join(" and ")} who ${isOne ? "speaks" : "speak"} for people here.`;
}

function toldWords({ forwarding, toldCount }: Standing): string {
  if (forwarding === "off") return "This site does not write to them at present.";
  if (forwarding === "rehearsal") return "This site is rehearsing: no real person has been told.";
  return toldCount === 0 ? "None of them has been told yet." : `${figure(toldCount)} of them have been told.`;
}
