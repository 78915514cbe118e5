import type { ReactElement } from "react";
import type { PlaceQuestion } from "#app/domain/place/place-choices.server.ts";
import { Choice } from "./choice.tsx";

const LABELS: Record<PlaceQuestion["field"], { label: string; hint: string }> = {
  council: {
    label: "Your council",
    hint: "The one that collects your bins, or your city or county district.",
  },
  constituency: { label: "Your constituency", hint: "The place your MP speaks for." },
  ward: { label: "Your ward", hint: "The part of the council’s area that your councillors speak for." },
};

/** Lists to choose one’s places from, where a postcode cannot tell. Never required. */
export function PlaceQuestions({
  questions,
  errors = {},
  legend = "Where should you be counted?",
}: {
  questions: readonly PlaceQuestion[];
  errors?: Readonly<Record<string, string>>;
  legend?: string;
}): ReactElement | null {
  if (questions.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p className="hint">
        Your postcode does not tell us everything. Choose what you know; you may leave it out.
      </p>
      {questions.map(({ field, options, value }) => (
        <Choice
          key={field}
          name={field}
          {...LABELS[field]}
          blank="I do not know"
          options={options}
          value={value}
          error={errors[field]}
        />
      ))}
    </fieldset>
  );
}
