/** Every address that is no page. A route of its own, so that its error page has the site's foot and bands too. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export const action = loader;

export default function NoPage(): null {
  return null;
}
