import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The HTML of a component as it reaches a browser. */
export function htmlOf(element: ReactElement): string {
  return renderToStaticMarkup(element);
}

/** The first tag that has all of these strings in it: `tagWith(html, "<input", 'name="email"')`. */
export function tagWith(html: string, ...parts: string[]): string {
  const tags = html.match(/<[^>]+>/g) ?? [];
  const found = tags.find((tag) => parts.every((part) => tag.includes(part)));
  if (found === undefined) throw new Error(`no tag has ${parts.join(" and ")} in it`);
  return found;
}
