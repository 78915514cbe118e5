import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "#db/seed/random.ts";
import { Tape } from "./figures.ts";
import type { Home } from "./homes.ts";
import { GaveUp, getRequest, isForm, openWire, postRequest } from "./wire.ts";

/** What people do, each kind with its own figures. */
export interface Tapes {
  /** Reading a page, as most do. */
  page: Tape;
  sign: Tape;
  /** The page behind the link in the mail, and the thanks: made for one person each. */
  ownPage: Tape;
  confirm: Tape;
  /** Forms that came back because there was no room for them. */
  refused: Tape;
  /** Requests whose connection broke, where processes are killed: whoever sent them tries again. */
  broken: Tape;
  /** Requests whose sender would not wait any longer, where that may be. */
  gone: Tape;
}

/** People at one site, each doing what they do at the moment at which it is due. */
export interface Crowd {
  readonly tapes: Tapes;
  /** Confirmations that the site has acknowledged. */
  confirmedCount(): number;
  /** Signs that the site has acknowledged. */
  signedCount(): number;
  /** Forms that may have been taken without their sender's knowing. */
  unansweredCount(): number;
  /** Somebody reads a page. `dueAt` is when they began, by `performance.now()`, however late this is called. */
  view(dueAt: number): void;
  sign(dueAt: number, home: Home): void;
  /** The mail with this token has come: its reader opens it a moment later, and presses the button. */
  confirm(token: string): void;
  /** Resolves when everybody has had an answer. */
  settled(): Promise<void>;
  close(): void;
}

export interface CrowdOptions {
  url: string;
  /** Of the petition: `/petitions/…`. */
  path: string;
  random: Random;
  /** Milliseconds from the mail's coming until it is opened, on average. */
  readMs: number;
  /** The site may be so busy that it gives forms back: no error, and who would confirm tries again. */
  mayRefuse: boolean;
  /** Processes of the site are killed: a connection that breaks is no error, and who had it tries again. */
  mayBreak: boolean;
  /** Milliseconds that people wait for an answer: who has none by then goes, and it is no error. */
  patienceMs?: number;
  /** The part of those who signed that opens its mail; all of them unless it is said. */
  openedShare?: number;
}

/** As often the same button is pressed on a busy site, so many milliseconds apart. */
const TRIES = 30;
const TRY_AGAIN_MS = 5_000;
/** Whose connection broke waits so long, and tries no more often than that. Everything here may be sent twice. */
const BROKEN_PAUSE_MS = 1_000;
const BROKEN_TRIES = 20;

/** One in so many shows their name, asks for news. */
const TICKED = 0.3;
/** One view in so many is of another page than the petition's. */
const ELSEWHERE = 10;

/** Makes a crowd; nobody does anything yet. `who` keeps the people of two crowds apart. */
export function makeCrowd(
  { url, path, random, readMs, mayRefuse, mayBreak, patienceMs, openedShare = 1 }: CrowdOptions,
  who: string,
): Crowd {
  const { host } = new URL(url);
  const wire = openWire(url, patienceMs);
  const tapes: Tapes = {
    page: new Tape(),
    sign: new Tape(),
    ownPage: new Tape(),
    confirm: new Tape(),
    refused: new Tape(),
    broken: new Tape(),
    gone: new Tape(),
  };
  const petition = getRequest(host, path);
  const others = [`${path}/places`, "/petitions", `${path}/count.json`, "/", `${path}/signatories`].map(
    (page) => getRequest(host, page),
  );
  let views = 0;
  let signers = 0;
  let signed = 0;
  let confirmed = 0;
  let underWay = 0;
  let unanswered = 0;

  /** Gives where a good answer leads, or that the form came back; undefined of an error. */
  async function send(
    request: Buffer,
    dueAt: number,
    tape: Tape,
    good: number,
    tried = 1,
  ): Promise<{ next: string } | "refused" | undefined> {
    underWay += 1;
    try {
      const { status, location } = await wire.send(request);
      const tookMs = performance.now() - dueAt;
      if (status === 503 && mayRefuse) {
        tapes.refused.note(tookMs, status, true);
        return "refused";
      }
      tape.note(tookMs, status, status === good);
      return status === good ? { next: location } : undefined;
    } catch (fault) {
      if (isForm(request) && !(fault instanceof GaveUp && !fault.wasSent)) unanswered += 1;
      if (fault instanceof GaveUp && patienceMs !== undefined) {
        tapes.gone.note(performance.now() - dueAt, "none", true);
        return undefined;
      }
      if (!mayBreak || tried === BROKEN_TRIES) {
        tape.note(performance.now() - dueAt, "none", false);
        return undefined;
      }
      tapes.broken.note(performance.now() - dueAt, "none", true);
      await pause(BROKEN_PAUSE_MS);
      return await send(request, performance.now(), tape, good, tried + 1);
    } finally {
      underWay -= 1;
    }
  }

  async function signOne(dueAt: number, { postcode, country }: Home): Promise<void> {
    signers += 1;
    const fields = {
      ...{ name: `Person ${signers} Replayed`, email: `${who}-${signers}@example.org`, postcode, country },
      ...(random() < TICKED ? { showName: "on" } : {}),
      ...(random() < TICKED ? { updates: "on" } : {}),
    };
    const request = postRequest(host, `${path}/sign`, fields, addressOf(signers));
    const answer = await send(request, dueAt, tapes.sign, 303);
    if (answer === undefined || answer === "refused") return;
    signed += 1;
    await send(getRequest(host, answer.next), performance.now(), tapes.page, 200);
  }

  async function confirmOne(token: string): Promise<void> {
    underWay += 1;
    try {
      await pause(-Math.log(1 - random()) * readMs);
      const link = `/confirm/${token}`;
      await send(getRequest(host, link), performance.now(), tapes.ownPage, 200);
      const request = postRequest(host, link, {}, addressOf(confirmed));
      let answer = await send(request, performance.now(), tapes.confirm, 303);
      for (let tried = 1; answer === "refused" && tried < TRIES; tried += 1) {
        await pause(TRY_AGAIN_MS);
        answer = await send(request, performance.now(), tapes.confirm, 303);
      }
      if (answer === undefined || answer === "refused") return;
      confirmed += 1;
      await send(getRequest(host, link), performance.now(), tapes.ownPage, 200);
    } finally {
      underWay -= 1;
    }
  }

  return {
    tapes,
    confirmedCount: () => confirmed,
    signedCount: () => signed,
    unansweredCount: () => unanswered + wire.formsSentAgainCount(),
    view(dueAt) {
      views += 1;
      const other = views % ELSEWHERE === 0 ? others[(views / ELSEWHERE) % others.length] : undefined;
      void send(other ?? petition, dueAt, tapes.page, 200);
    },
    sign: (dueAt, home) => void signOne(dueAt, home),
    confirm(token) {
      if (random() < openedShare) void confirmOne(token);
    },
    async settled() {
      while (underWay > 0) await pause(20);
    },
    close: () => wire.close(),
  };
}

/** Everybody signs from an address of their own: limits by address are not what is measured. */
function addressOf(number: number): string {
  return `${11 + ((number >> 24) & 127)}.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}
