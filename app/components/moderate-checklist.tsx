import type { ReactElement } from "react";

const RULES = [
  "Could somebody recognise a child? A first name, a school with an age, a photograph, a rare condition with a place are enough. If there is or was a family court, care or police case, hide it: the law does not let anybody name the child, a parent neither.",
  "Is a person named who holds no public office? A teacher, a social worker, a neighbour: ask for the name to come out. Councillors, MPs and chief officers may be named for what they do in office.",
  "Is somebody said to have done wrong, as a fact? Ask where that is shown. “The council did not answer for nine months” can be shown; “she lied” cannot.",
  "Does it give where somebody lives, how to reach them, or anything about the health of a person who has not said so themselves?",
  "Does it threaten, insult or stir people up against somebody for who they are?",
  "Does it say what somebody should do, and can the body that it is addressed to do it?",
  "Is it about one family’s case only? Then a complaint, a tribunal or an ombudsman can help, and neither a petition nor a letter can.",
  "Are words or the picture somebody else’s?",
] as const;

/** The rules in plain words, to read down beside a petition or an open letter. */
export function ModerateChecklist(): ReactElement {
  return (
    <ul className="prose">
      {RULES.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  );
}
