import type { WorkerContext } from "#app/jobs/worker-context.ts";
import type { Database } from "#db/database.ts";

/**
 * What a process works with that dies before its first, after its first, before its second … write or request: it
 * stops between two things it does.
 */
export function killedAt(point: number, context: WorkerContext): WorkerContext {
  const { db, transport } = context;
  let moment = 0;
  let isDead = false;

  async function mortal<T>(work: () => Promise<T>): Promise<T> {
    pass();
    const done = await work();
    pass();
    return done;
  }

  function pass(): void {
    isDead ||= moment === point;
    moment += 1;
    if (isDead) throw new Error("killed");
  }

  if (transport.kind === "mailbox") throw new Error("mail that stays here has no request");
  return {
    ...context,
    db: Object.assign(Object.create(db), {
      transaction: ((name, work) =>
        mortal(() => db.transaction(name, work))) satisfies Database["transaction"],
    }),
    transport: { ...transport, send: (request, urgency) => mortal(() => transport.send(request, urgency)) },
  };
}
