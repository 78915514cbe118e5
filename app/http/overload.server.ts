import { setTimeout as delay } from "node:timers/promises";
import {
  BUSY_FORMS_IN_HAND,
  CONFIRMS_IN_HAND,
  FORMS_IN_HAND,
  LATE_MS,
  MAIL_GIVES_WAY_MS,
  SIGNS_IN_HAND,
} from "../policy-load.ts";

/** What a form is for, where that decides how many of its kind may wait. */
export type FormKind = "sign" | "confirm" | "other";

/** Keeps count of the forms in hand, so that no more wait than can be answered soon. */
export interface Overload {
  /** Takes a form in hand and gives what says that it is answered; undefined where there is no room for it now. */
  enter(kind: FormKind): (() => void) | undefined;
  /** Whether so many wait, or for so long, that what is not urgent should stand back. */
  isBusy(): boolean;
  /** For work in the background, before each part of it: resolves when few wait, or after half a second. */
  giveWay(): Promise<void>;
}

/** How many forms may be in hand, all of them counted, when one more of a kind comes. */
export interface OverloadLimits extends Record<FormKind, number> {
  /** From so many on the site is busy. */
  busy: number;
}

/** Those of a process that serves people. */
export const FORM_LIMITS: OverloadLimits = {
  sign: SIGNS_IN_HAND,
  confirm: CONFIRMS_IN_HAND,
  other: FORMS_IN_HAND,
  busy: BUSY_FORMS_IN_HAND,
};
/** How often who gives way looks again. */
const LOOK_MS = 20;

/**
 * Makes the count of one process. `lateMs` says how late it is with what is due: then pages take all its time, and
 * those who would sign wait before they can be counted.
 */
export function makeOverload(limits: OverloadLimits = FORM_LIMITS, lateMs: () => number = () => 0): Overload {
  let inHand = 0;

  function roomFor(kind: FormKind): number {
    return kind === "sign" && lateMs() > LATE_MS ? Math.min(limits.busy, limits.sign) : limits[kind];
  }

  function isBusy(): boolean {
    return inHand >= limits.busy || lateMs() > LATE_MS;
  }

  return {
    enter(kind) {
      if (inHand >= roomFor(kind)) return undefined;
      inHand += 1;
      let isOver = false;
      return () => {
        if (!isOver) inHand -= 1;
        isOver = true;
      };
    },
    isBusy,
    async giveWay() {
      const until = performance.now() + MAIL_GIVES_WAY_MS;
      while (isBusy() && performance.now() < until) await delay(LOOK_MS);
    },
  };
}

/** What the form at an address is for. */
export function formKind(pathname: string): FormKind {
  if (/^\/(?:petitions|letters)\/[^/]+\/sign$|^\/support\/[^/]+$/.test(pathname)) return "sign";
  return /^\/confirm\/[^/]+$/.test(pathname) ? "confirm" : "other";
}
