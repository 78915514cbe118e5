import { engineOf } from "./client.server.ts";
import { openPostgresSignals } from "./postgres-signals.server.ts";

/** What the processes of one site tell each other: pages may be old, or there is mail or work to do. */
export type Signal = "pages" | "work";

/** The line between the processes of one site. */
export interface Signals {
  /** Which shard of the tallies this process adds to. */
  shard: number;
  /** Tells all processes that listen, this one too. Sent together where many are given at once. */
  send(signal: Signal): void;
  /** Whether others can be heard at this moment, as far as is known. */
  hears(): boolean;
  close(): Promise<void>;
}

/** What a process does when it hears something. */
export interface SignalOptions {
  /** Told of what was heard, and of everything once nothing could be heard for a while. */
  onSignal(signal: Signal): void;
  /** Told when the line is lost; it is mended by itself. */
  onFault(fault: { what: string; error: unknown }): void;
}

/** The embedded database has one process, which has nobody to listen to. */
const ALONE: Signals = { shard: 0, send() {}, hears: () => true, close: async () => {} };

/** Opens the line of this process; on PostgreSQL it is a connection of its own. */
export async function openSignals(url: string, options: SignalOptions): Promise<Signals> {
  return engineOf(url) === "sqlite" ? ALONE : openPostgresSignals(url, options);
}
