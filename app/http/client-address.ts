import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIP } from "node:net";

/**
 * The client's address: the socket's, or, behind a proxy that is trusted, the right-most hop that is not one of our
 * own network. Hops further left are the client's own words.
 */
export function clientAddress(
  socketAddress: string | undefined,
  headers: IncomingHttpHeaders,
  trustProxy: boolean,
): string {
  const direct = plainAddress(socketAddress ?? "") ?? "";
  if (!trustProxy) return direct;
  const forwarded = headers["x-forwarded-for"];
  const hops = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? ""))
    .split(",")
    .map(plainAddress);
  for (const hop of hops.toReversed()) {
    if (hop === undefined) break;
    if (!isOwnNetwork(hop)) return hop;
  }
  return hops.at(-1) ?? direct;
}

/** Without port, brackets or the IPv6 dress of an IPv4 address; undefined where it is no address. */
function plainAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[(.+)\](?::\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(bare) === 0 ? undefined : bare.toLowerCase();
}

function isOwnNetwork(address: string): boolean {
  return OWN_NETWORKS.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

const OWN_NETWORKS = privateNetworks();

function privateNetworks(): BlockList {
  const list = new BlockList();
  list.addSubnet("127.0.0.0", 8);
  list.addSubnet("10.0.0.0", 8);
  list.addSubnet("172.16.0.0", 12);
  list.addSubnet("192.168.0.0", 16);
  list.addSubnet("169.254.0.0", 16);
  list.addAddress("::1", "ipv6");
  list.addSubnet("fc00::", 7, "ipv6");
  list.addSubnet("fe80::", 10, "ipv6");
  return list;
}
