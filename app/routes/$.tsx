/** Every address that is no page. Without this route the router prints the address it could not match, token and all. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export const action = loader;

export default function NoPage(): null {
  return null;
}
