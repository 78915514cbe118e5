import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { PageHeading } from "./page-heading.tsx";

interface BusyViewProps {
  kind: BusyKind;
  /** Where the form is sent again. */
  action: string;
  /** Everything that was sent, in its order. */
  fields: readonly (readonly [name: string, value: string])[];
  retrySeconds: number;
}

export type BusyKind = "sign" | "confirm" | "other";

/** A form given back because too many were being sent: as it was typed, with one button that sends it again. */
export function BusyView({ kind, action, fields, retrySeconds }: BusyViewProps): ReactElement {
  const { title, lede, button } = BUSY_WORDS[kind];
  const typed = new Map(fields);
  const seen = kind === "sign" ? SEEN : [];
  const unseen = fields.filter(([name]) => !seen.some((field) => field.name === name));
  return (
    <>
      <PageHeading title={title} lede={lede} />
      <section className="card card-raised sign" aria-labelledby="again">
        <h2 id="again">Everything you typed is still here</h2>
        <p>
          Please wait about {retrySeconds} seconds, then press the button. If this page comes again, wait a
          little longer: each try is as good as the first.
        </p>
        <form method="post" action={action} noValidate>
          {seen.map((field) => (
            <Field key={field.name} {...field} value={typed.get(field.name)} />
          ))}
          {unseen.map(([name, value], position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and the order never changes.
            <input key={position} type="hidden" name={name} value={value} />
          ))}
          {kind === "sign" ? (
            <p className="hint">What you ticked and chose goes with it, as you left it.</p>
          ) : null}
          <Button isWide>{button}</Button>
        </form>
      </section>
    </>
  );
}

const SEEN = [
  { name: "name", label: "Your name", autoComplete: "name" },
  { name: "email", label: "E-mail", type: "email", inputMode: "email", autoComplete: "email" },
  { name: "postcode", label: "Postcode", width: "postcode", autoComplete: "postal-code" },
] as const;

/** What a busy page says by what was sent. Nobody is told that they did anything wrong. */
export const BUSY_WORDS: Readonly<Record<BusyKind, { title: string; lede: string; button: string }>> = {
  sign: {
    title: "Thank you – so many are signing just now",
    lede: "More people are signing at this moment than we can take down. You have not signed yet, and nothing that you typed is lost.",
    button: "Sign",
  },
  confirm: {
    title: "So many are confirming just now",
    lede: "You are not counted yet. Your link stays good for days, so nothing is lost: press the button again, now or later.",
    button: "Confirm my signature",
  },
  other: {
    title: "So many are here just now",
    lede: "We could not take what you sent at this moment. Nothing of it was saved here, and nothing is lost: it goes again with the button.",
    button: "Send it again",
  },
};
