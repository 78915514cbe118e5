import { RESEND_REQUESTS_PER_SECOND } from "#app/policy.ts";

/** What somebody waits for, or what may go a little later: a message of the week. */
export type Urgency = "service" | "weekly";

/** How fast requests follow each other; one for all that a process sends to a provider. */
export interface RequestPace {
  /** Resolves when the next request may leave; what is urgent goes first. */
  turn(urgency: Urgency): Promise<void>;
  /** Learns the provider's limit from the headers of an answer. */
  heed(headers: Record<string, string> | null): void;
  /** Lets nothing leave for so long: the provider has had too much. */
  hold(ms: number): void;
}

/** Requests that leave a second apart may arrive closer together, so a second is taken for a little longer. */
const WINDOW_MS = 1050;
/** A larger limit than this is no limit that a provider gives. */
const MOST_PER_SECOND = 1000;

/** Keeps to so many requests in any one second, until answers say another number. `now` is in milliseconds. */
export function requestPace(
  perSecond = RESEND_REQUESTS_PER_SECOND,
  now: () => number = () => performance.now(),
): RequestPace {
  const waiting: Record<Urgency, (() => void)[]> = { service: [], weekly: [] };
  const begun: number[] = [];
  let limit = perSecond;
  let heldUntil = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  function advance(): void {
    clearTimeout(timer);
    while (waiting.service.length + waiting.weekly.length > 0) {
      const wait = waitAt(now());
      if (wait > 0) {
        timer = setTimeout(advance, Math.ceil(wait));
        return;
      }
      begun.push(now());
      (waiting.service.shift() ?? waiting.weekly.shift())?.();
    }
  }

  function waitAt(at: number): number {
    while (begun.length > MOST_PER_SECOND) begun.shift();
    const oldest = begun.at(-limit);
    const untilFree = oldest === undefined ? 0 : oldest + WINDOW_MS - at;
    return Math.max(untilFree, heldUntil - at);
  }

  return {
    turn: (urgency) =>
      new Promise((resolve) => {
        waiting[urgency].push(resolve);
        advance();
      }),
    heed(headers) {
      const said = headers?.["ratelimit-limit"];
      if (said === undefined || !/^[1-9]\d{0,3}$/.test(said)) return;
      limit = Math.min(Number(said), MOST_PER_SECOND);
      advance();
    },
    hold(ms) {
      heldUntil = Math.max(heldUntil, now() + ms);
    },
  };
}
