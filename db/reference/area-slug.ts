/** The name of a ward or division as it stands in an address: "St John’s & All Saints" → `st-johns-and-all-saints`. */
export function areaSlug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
