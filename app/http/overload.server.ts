import { setTimeout as delay } from "node:timers/promises";
import {
  BUSY_FORMS_IN_HAND,
  CONFIRMS_IN_HAND,
  FORMS_IN_HAND,
  MAIL_GIVES_WAY_MS,
  SIGNS_IN_HAND,
} from "../policy-load.ts";

/** What a form is for, where that decides how many of its kind may wait. */
export type FormKind = "sign" | "confirm" | "other";

/** Keeps count of the forms in hand, so that no more wait than can be answered soon. */
export interface Overload {
  /** Takes a form in hand and gives what says that it is answered; undefined where there is no room for it now. */
  enter(kind: FormKind): (() => void) | undefined;
  /** Whether so many wait that what is not urgent should stand back. */
  isBusy(): boolean;
  /** For work in the background, before each part of it: resolves when few wait, or after half a second. */
  giveWay(): Promise<void>;
}

/** How many forms may be in hand, all of them counted, when one more of a kind comes. */
export interface OverloadLimits extends Record<FormKind, number> {
  /** From so many on the site is busy. */
  busy: number;
}

const LIMITS: OverloadLimits = {
  sign: SIGNS_IN_HAND,
  confirm: CONFIRMS_IN_HAND,
  other: FORMS_IN_HAND,
  busy: BUSY_FORMS_IN_HAND,
};
/** How often who gives way looks again. */
const LOOK_MS = 20;

/** Makes the count of one process. */
export function makeOverload(limits: OverloadLimits = LIMITS): Overload {
  let inHand = 0;
  return {
    enter(kind) {
      if (inHand >= limits[kind]) return undefined;
      inHand += 1;
      let isOver = false;
      return () => {
        if (!isOver) inHand -= 1;
        isOver = true;
      };
    },
    isBusy: () => inHand >= limits.busy,
    async giveWay() {
      const until = performance.now() + MAIL_GIVES_WAY_MS;
      while (inHand >= limits.busy && performance.now() < until) await delay(LOOK_MS);
    },
  };
}

/** What the form at an address is for. */
export function formKind(pathname: string): FormKind {
  if (/^\/(?:petitions|letters)\/[^/]+\/sign$|^\/support\/[^/]+$/.test(pathname)) return "sign";
  return /^\/confirm\/[^/]+$/.test(pathname) ? "confirm" : "other";
}
