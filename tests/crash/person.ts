/** What has become of one request: sent but not answered, done by a 303, or refused by the page. */
export type Fate = "untried" | "unanswered" | "done" | "refused";

/** Somebody who signs, and what the server has acknowledged to them. */
export interface Person {
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly postcode: string;
  readonly clientAddress: string;
  /** From their mail, once it has come. */
  links: { confirm: string; manage: string } | undefined;
  /** One request at a time: people wait for the page. */
  isWaiting: boolean;
  wantsOut: boolean;
  sign: Fate;
  confirm: Fate;
  withdraw: Fate;
}

/** One step of a person: where it is sent, what with, and which fate it decides. */
export interface Act {
  person: Person;
  kind: "sign" | "confirm" | "withdraw";
  path: string;
  fields: Record<string, string>;
}

/** The newcomer of this number, who signs from a household of their own. */
export function newcomer(
  number: number,
  { slug, postcode, wantsOut }: Pick<Person, "slug" | "postcode" | "wantsOut">,
): Person {
  return {
    ...{ slug, postcode, wantsOut },
    name: `Person ${number}`,
    email: `person-${number}@example.org`,
    clientAddress: `203.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
    links: undefined,
    isWaiting: false,
    ...{ sign: "untried", confirm: "untried", withdraw: "untried" },
  };
}

/** What this person would do now: sends again what had no answer, confirms once the mail has come. */
export function nextAct(person: Person): Act | undefined {
  const { isWaiting, links, sign, confirm, withdraw } = person;
  if (isWaiting) return undefined;
  if (links && isOpen(confirm))
    return { person, kind: "confirm", path: `/confirm/${links.confirm}`, fields: {} };
  if (links && person.wantsOut && confirm === "done" && isOpen(withdraw))
    return { person, kind: "withdraw", path: `/signature/${links.manage}`, fields: { intent: "withdraw" } };
  return !links && isOpen(sign) ? signAct(person) : undefined;
}

/** Filling in the sign form of their petition. */
export function signAct(person: Person): Act {
  const { slug, name, email, postcode } = person;
  return { person, kind: "sign", path: `/petitions/${slug}/sign`, fields: { name, email, postcode } };
}

function isOpen(fate: Fate): boolean {
  return fate === "untried" || fate === "unanswered";
}
