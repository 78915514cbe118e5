import { setTimeout as pause } from "node:timers/promises";
import { pick, type Random } from "#db/seed/random.ts";
import { type Act, newcomer, nextAct, type Person, signAct } from "./person.ts";

/** A mail as its receiver sees it. */
export interface SeenMail {
  to: string;
  text: string;
}

/** People who sign, confirm and withdraw over several connections, and remember every answer they got. */
export interface Crowd {
  readonly people: Person[];
  /** Answers that nobody should get. */
  readonly surprises: string[];
  /** How many requests have been answered. */
  heardCount(): number;
  /** Lets newcomers sign this petition from now on. */
  gatherFor(slug: string): void;
  /** Begins; what is returned stops, and resolves when the last request has ended one way or the other. */
  begin(): () => Promise<void>;
}

const CONNECTIONS = 6;
const ANSWER_LIMIT_MS = 20_000;
const POSTBOX_PAUSE_MS = 120;
/** So many may wait for their mail before the next newcomer comes: the queue stays one that can be worked off. */
const MOST_WAITING = 40;
/** Once confirmed, one in so many thinks better of it. */
const WANTS_OUT = 0.15;
/** 404 and 410 are for links whose week is over: the clock leaps. */
const EXPECTED = { sign: [303], confirm: [303, 404, 410], withdraw: [303] };

/** A crowd before the server at `url`, whose mail is read by `readMail`. */
export function makeCrowd(
  url: string,
  options: { random: Random; postcodes: readonly string[]; readMail(): Promise<readonly SeenMail[]> },
): Crowd {
  const people: Person[] = [];
  const byEmail = new Map<string, Person>();
  const surprises: string[] = [];
  let slug = "";
  let heard = 0;

  async function walk(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const next = chooseAct();
      if (!next) await pause(10);
      else if (!(await act(next))) return;
    }
  }

  function chooseAct(): Act | undefined {
    for (const person of people) {
      const next = nextAct(person);
      if (next) return next;
    }
    if (people.filter(({ links }) => !links).length >= MOST_WAITING) return undefined;
    const { random, postcodes } = options;
    const wantsOut = random() < WANTS_OUT;
    const person = newcomer(people.length + 1, { slug, postcode: pick(random, postcodes), wantsOut });
    people.push(person);
    byEmail.set(person.email, person);
    return signAct(person);
  }

  /** False where no answer came: nobody goes on at once before a server that is gone. */
  async function act({ person, kind, path, fields }: Act): Promise<boolean> {
    person.isWaiting = true;
    person[kind] = "unanswered";
    try {
      const answer = await fetch(url + path, {
        method: "POST",
        redirect: "manual",
        // A connection that a process was given as it was killed is never answered.
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
        headers: { "X-Forwarded-For": person.clientAddress },
        body: new URLSearchParams(fields),
      });
      await answer.arrayBuffer();
      heard += 1;
      person[kind] = answer.status === 303 ? "done" : "refused";
      if (!EXPECTED[kind].includes(answer.status)) surprises.push(`${kind} was answered by ${answer.status}`);
      return true;
    } catch {
      return false;
    } finally {
      person.isWaiting = false;
    }
  }

  async function watchPostbox(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      for (const { to, text } of await options.readMail().catch(() => [])) {
        const person = byEmail.get(to);
        const confirm = /\/confirm\/([\w-]+)/.exec(text)?.[1];
        const manage = /\/signature\/([\w-]+)/.exec(text)?.[1];
        if (person && confirm && manage) person.links ??= { confirm, manage };
      }
      await pause(POSTBOX_PAUSE_MS);
    }
  }

  return {
    people,
    surprises,
    heardCount: () => heard,
    gatherFor(next) {
      slug = next;
    },
    begin() {
      let isOver = false;
      const hasEnded = () => isOver;
      const walks = Array.from({ length: CONNECTIONS }, () => walk(hasEnded));
      const all = Promise.all([...walks, watchPostbox(hasEnded)]);
      return async () => {
        isOver = true;
        await all;
      };
    },
  };
}
