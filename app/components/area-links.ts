interface Addressed {
  gssCode: string;
  level: "council" | "ward" | "division" | "constituency";
  slug: string;
}

/** The address of an area's page. Wards and divisions stand under their council; without it they have none. */
export function areaHref(area: Addressed, parent?: Pick<Addressed, "slug" | "gssCode">): string | undefined {
  const key = area.slug || area.gssCode;
  switch (area.level) {
    case "council":
      return `/councils/${key}`;
    case "constituency":
      return `/constituencies/${key}`;
    case "ward":
    case "division":
      return parent && `/councils/${parent.slug || parent.gssCode}/${area.level}s/${key}`;
  }
}

/** The address of a campaign's page. */
export function campaignHref({ kind, slug }: { kind: "petition" | "letter"; slug: string }): string {
  return `/${kind === "petition" ? "petitions" : "letters"}/${slug}`;
}
