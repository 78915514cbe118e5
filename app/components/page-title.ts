import type { MetaDescriptor } from "@remix-run/node";

/** The title in the browser's tab, and the sentence search engines show. */
export function pageTitle(title: string, description?: string): MetaDescriptor[] {
  const descriptors: MetaDescriptor[] = [{ title: `${title} – Hear Hear` }];
  if (description !== undefined) descriptors.push({ name: "description", content: description });
  return descriptors;
}
