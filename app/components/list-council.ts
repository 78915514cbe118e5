interface Council {
  name: string;
  kind: string;
  otherTier: readonly { name: string }[];
}

/** Whom the petitions of one council's list are addressed to: it and, where a place has two tiers, the other. */
export function councilWords({ name, kind, otherTier }: Council): string {
  const [other] = otherTier;
  if (!other) return name;
  return kind === "county" ? `${name} or a district council in it` : `${name} or ${other.name}`;
}

/** Why petitions to another council stand in the list too; blank where there is one tier. */
export function tierWords({ name, kind, otherTier }: Council): string {
  const [other] = otherTier;
  if (!other) return "";
  return kind === "county"
    ? `${name} runs schools and special needs support. Its ${otherTier.length} district councils run things like housing and bins, so petitions to them are here too.`
    : `${other.name} runs schools and special needs support here, so petitions to it are here too.`;
}
