import { redirect } from "@remix-run/node";

/** One's groups stand beside one's petitions. */
export function loader(): Response {
  return redirect("/organise", 303);
}
