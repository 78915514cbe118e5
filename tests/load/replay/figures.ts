/** How long answers of one kind took, and which they were. */
export interface Figures {
  count: number;
  /** Answers that nobody should have got, and requests without one. */
  errors: number;
  statuses: Readonly<Record<string, number>>;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  worstMs: number;
}

/** Takes down one answer after another. */
export class Tape {
  private readonly took: number[] = [];
  private readonly statuses: Record<string, number> = {};
  private errors = 0;

  note(tookMs: number, status: number | "none", isGood: boolean): void {
    this.took.push(tookMs);
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (!isGood) this.errors += 1;
  }

  /** One of many that is not an answer: how late a mail was, or the program itself. */
  noteDuration(ms: number): void {
    this.took.push(ms);
  }

  read(): Figures {
    const sorted = Float64Array.from(this.took).sort();
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return {
      count: sorted.length,
      errors: this.errors,
      statuses: this.statuses,
      ...{ p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), worstMs: at(1) },
    };
  }
}
