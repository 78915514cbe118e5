import { CONNECTION_REQUESTS } from "../policy-load.ts";

/**
 * Says of a connection, asked at each of its requests, whether this is to be its last. Where several processes take
 * connections at one address whoever is awake first takes most; those that are used much begin anew, and then one that
 * has time takes them.
 */
export function makeTurns(): (connection: object) => boolean {
  const requests = new WeakMap<object, number>();
  return (connection) => {
    const count = (requests.get(connection) ?? 0) + 1;
    requests.set(connection, count);
    return count >= CONNECTION_REQUESTS;
  };
}
