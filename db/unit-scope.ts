import { AsyncLocalStorage } from "node:async_hooks";

/** One unit of a transaction, from its start to its end or abandonment. */
export interface Unit {
  name: string;
  isLive: boolean;
  hooks: (() => void)[];
}

const current = new AsyncLocalStorage<Unit>();
/** Units under way, on all connections. */
let running = 0;

/** Starts a unit. */
export function newUnit(name: string): Unit {
  return { name, isLive: true, hooks: [] };
}

/** Runs `work` so that a transaction opened inside it is recognised as nested. */
export async function runInUnit<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
  running += 1;
  try {
    return await current.run(unit, work);
  } finally {
    running -= 1;
    // While it watches, every promise and every request of the process costs a little more.
    if (running === 0) current.disable();
  }
}

/** @throws when the caller is inside a live unit. */
export function refuseNesting(name: string): void {
  const outer = current.getStore();
  if (outer?.isLive)
    throw new Error(`transaction "${name}" opened inside transaction "${outer.name}"; pass the tx on`);
}

/** @throws when the unit has ended. */
export function requireLive(unit: Unit): void {
  if (!unit.isLive) throw new Error(`transaction "${unit.name}" has ended; its tx can no longer be used`);
}

/** Runs the hooks of a committed unit; their errors go to `onFault` alone. */
export function runHooks(unit: Unit, onFault: (fault: { what: string; error: unknown }) => void): void {
  for (const hook of unit.hooks) {
    try {
      hook();
    } catch (error) {
      onFault({ what: `afterCommit of "${unit.name}"`, error });
    }
  }
}
