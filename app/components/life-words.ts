import type { LifeAct } from "#app/domain/campaign/life.ts";
import type { ButtonTone } from "./button.tsx";

/** What each act on a campaign is called, and what it means. */
export const LIFE_WORDS: Record<
  LifeAct,
  { title: string; does: string; button: string; done: string; tone: ButtonTone }
> = {
  pause: {
    title: "Pause its signing",
    does: "Everybody can still read it, but nobody can sign. It still closes at its date.",
    button: "Pause it",
    done: "It is paused.",
    tone: "plain",
  },
  resume: {
    title: "Let it be signed again",
    does: "Signing goes on until its closing date, which stays as it was.",
    button: "Let it go on",
    done: "It can be signed again.",
    tone: "plain",
  },
  close: {
    title: "Close it now",
    does: "Nobody can sign any more. Links mailed before work for one more day. An admin can open it again.",
    button: "Close it now",
    done: "It is closed.",
    tone: "danger",
  },
  reopen: {
    title: "Open it again",
    does: "It can be signed again until a new closing date.",
    button: "Open it again",
    done: "It is open again.",
    tone: "plain",
  },
  remove: {
    title: "Remove it for good",
    does: "Everything of it answers “taken down” from then on. Nobody can bring it back.",
    button: "Remove it for good",
    done: "It is removed.",
    tone: "danger",
  },
};
