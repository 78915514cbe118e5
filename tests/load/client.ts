import { Agent, request } from "node:http";
import { reportResult, share } from "./result.ts";

/** One request of many. */
export interface Ask {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** How many requests were answered, in how long, with which statuses, and how long the slowest in a hundred took. */
export interface Pace {
  count: number;
  perSecond: number;
  statuses: Record<string, number>;
  p99Ms: number;
}

const CONNECTIONS = 16;

/** Sends what `next` gives over sixteen kept connections until it gives nothing, or the time is over. */
export async function load(url: string, next: () => Ask | undefined, limitMs: number): Promise<Pace> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const { hostname, port } = new URL(url);
  const took: number[] = [];
  const statuses: Record<string, number> = {};
  const startedAt = performance.now();

  async function connection(): Promise<void> {
    while (performance.now() - startedAt < limitMs) {
      const ask = next();
      if (!ask) return;
      const askedAt = performance.now();
      const status = await send({ agent, hostname, port }, ask);
      took.push(performance.now() - askedAt);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  }

  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  const p99Ms = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0;
  return { count: took.length, perSecond: took.length / seconds, statuses, p99Ms };
}

/** Says a pace beside that of a bare server. */
export function reportPace(what: string, ours: Pace, bare: Pace, aim = ""): void {
  process.stdout.write(
    `${what}: ${rate(ours)}; bare ${rate(bare)} ` +
      `(answers ${JSON.stringify(ours.statuses)} and ${JSON.stringify(bare.statuses)})\n`,
  );
  reportResult({
    what,
    measured:
      `${share(ours.perSecond, bare.perSecond)} of its rate (${Math.round(ours.perSecond)} a second), ` +
      `slowest in a hundred ${(ours.p99Ms / bare.p99Ms).toFixed(1)} times its`,
    aim,
  });
}

function rate({ perSecond, p99Ms }: Pace): string {
  return `${Math.round(perSecond)} a second, 99 in 100 within ${p99Ms.toFixed(1)} ms`;
}

function send(
  to: { agent: Agent; hostname: string; port: string },
  { method, path, headers, body }: Ask,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = method === "POST" ? { "Content-Length": String(Buffer.byteLength(body)) } : {};
    const sent = request({ ...to, method, path, headers: { ...headers, ...length } }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
