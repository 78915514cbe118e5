import { setTimeout as delay, setImmediate } from "node:timers/promises";
import type SQLite from "better-sqlite3";
import { newUnit, runHooks, runInUnit, type Unit } from "./unit-scope.ts";

/** A group of units that share one commit closes at this many … */
const GROUP_UNITS = 50;
/** … or after this many milliseconds, so that the first in it need not wait for the last. */
const GROUP_MS = 20;
/** How long to wait before asking again for a writer lock that another process holds. */
const BUSY_RETRY_MS = 5;

interface Waiting {
  name: string;
  work: (unit: Unit) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };
interface Done {
  waiting: Waiting;
  unit: Unit;
  outcome: Outcome;
}

/**
 * The queue before the one writing connection. Units run one after another, each in its own savepoint; those
 * that arrive together share a commit, and none is answered before it.
 */
export class SqliteWriter {
  private readonly queue: Waiting[] = [];
  private running: Promise<void> | undefined;
  /** When the group began: to ask for each unit would take as long as some units do. */
  private usedBefore: NodeJS.CpuUsage = { user: 0, system: 0 };
  private readonly marks: Record<"begin" | "commit" | "savepoint" | "release", SQLite.Statement>;

  constructor(
    private readonly connection: SQLite.Database,
    private readonly unitLimit: number,
    private readonly told: {
      onFault(fault: { what: string; error: unknown }): void;
      onCommit(unitName: string): void;
      breathe(): Promise<void>;
    },
  ) {
    this.marks = {
      begin: connection.prepare("begin immediate"),
      commit: connection.prepare("commit"),
      savepoint: connection.prepare("savepoint unit"),
      release: connection.prepare("release unit"),
    };
  }

  submit(name: string, work: (unit: Unit) => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.queue.push({ name, work, resolve, reject });
      this.running ??= this.drain();
    });
  }

  /** Resolves when nothing is queued or running. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    await setImmediate();
    while (this.queue.length > 0) {
      await this.runGroup();
      await this.told.breathe();
    }
    this.running = undefined;
  }

  private async runGroup(): Promise<void> {
    const done: Done[] = [];
    try {
      await this.begin();
      this.usedBefore = process.cpuUsage();
      const closesAt = performance.now() + GROUP_MS;
      while (done.length < GROUP_UNITS && performance.now() < closesAt) {
        const waiting = this.queue.shift();
        if (!waiting) break;
        const unit = newUnit(waiting.name);
        done.push({ waiting, unit, outcome: await this.runUnit(waiting, unit) });
        if (!this.connection.inTransaction) throw new Error("the engine ended the transaction");
      }
      this.marks.commit.run();
    } catch (error) {
      if (this.connection.inTransaction) this.connection.exec("rollback");
      if (done.length === 0) this.queue.shift()?.reject(error);
      for (const { waiting, outcome } of done) waiting.reject(outcome.ok ? error : outcome.error);
      return;
    }
    for (const { waiting, unit, outcome } of done) {
      if (outcome.ok) {
        this.told.onCommit(waiting.name);
        runHooks(unit, this.told.onFault);
        waiting.resolve(outcome.value);
      } else waiting.reject(outcome.error);
    }
  }

  /** Asks for the writer lock until it is free: a command beside the server may hold it for a moment. */
  private async begin(): Promise<void> {
    for (;;) {
      try {
        this.marks.begin.run();
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        await delay(BUSY_RETRY_MS);
      }
    }
  }

  private async runUnit(waiting: Waiting, unit: Unit): Promise<Outcome> {
    this.marks.savepoint.run();
    const startedAt = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const expiry = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.heldTooLong(waiting.name)), this.unitLimit);
    });
    try {
      const value = await Promise.race([runInUnit(unit, () => waiting.work(unit)), expiry]);
      if (performance.now() - startedAt > this.unitLimit && this.hasWorkedTooLong())
        throw this.heldTooLong(waiting.name);
      unit.isLive = false;
      this.marks.release.run();
      return { ok: true, value };
    } catch (error) {
      unit.isLive = false;
      if (this.connection.inTransaction) this.connection.exec("rollback to unit; release unit");
      return { ok: false, error };
    } finally {
      clearTimeout(timer);
    }
  }

  /** By processor time: where the whole machine stood still, a unit that is finished has done nothing wrong. */
  private hasWorkedTooLong(): boolean {
    const { user, system } = process.cpuUsage(this.usedBefore);
    return (user + system) / 1_000 > this.unitLimit;
  }

  private heldTooLong(name: string): Error {
    return new Error(
      `transaction "${name}" held the writer for more than ${this.unitLimit} ms and was rolled back; do long work in chunks`,
    );
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}
