import { existsSync, readdirSync } from "node:fs";

/** A page of petitions that open letters have too, under their own address. */
export interface LetterRoute {
  id: string;
  path: string;
  /** In `app`. */
  file: string;
}

/**
 * The pages that open letters share with petitions: `petitions.$slug.sign.tsx` also answers `/letters/:slug/sign`.
 * A file `letters.….tsx` takes the place of the petitions' one. Pages of petitions alone are not here.
 */
export function letterRoutes(routesFolder: string): LetterRoute[] {
  return readdirSync(routesFolder)
    .filter((file) => /^petitions[.[]/.test(file) && !PETITIONS_ALONE.has(file))
    .map((file) => ({ file, own: file.replace(/^petitions/, "letters") }))
    .filter(({ own }) => !existsSync(`${routesFolder}/${own}`))
    .map(({ file, own }) => ({
      id: `routes/${own.replace(/\.tsx?$/, "")}`,
      path: pathOf(own),
      file: `routes/${file}`,
    }))
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

const PETITIONS_ALONE = new Set(["petitions.near.tsx", "petitions.$slug.petition[.]pdf.ts"]);

/** As Remix reads a file's name: dots are slashes, brackets keep a dot, `$` makes a parameter, `_` at an end nests nothing. */
function pathOf(file: string): string {
  const literalDot = "\u0000";
  return file
    .replace(/\.tsx?$/, "")
    .replaceAll("[.]", literalDot)
    .split(".")
    .filter((part) => part !== "_index")
    .map((part) => part.replace(/^\$/, ":").replace(/_$/, ""))
    .join("/")
    .replaceAll(literalDot, ".");
}
