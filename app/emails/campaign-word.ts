/** What a kind of campaign is called in the middle of a sentence. */
export function campaignWord(kind: "petition" | "letter"): string {
  return kind === "letter" ? "open letter" : "petition";
}

/** The same with its article. */
export function aCampaign(kind: "petition" | "letter"): string {
  return kind === "letter" ? "an open letter" : "a petition";
}
