import type { ReactElement } from "react";
import type { LedgerAnswer, LedgerFate, LedgerLevel } from "#app/domain/forwarding/ledger.ts";
import { Button } from "./button.tsx";
import { Choice, type ChoiceOption } from "./choice.tsx";
import { ANSWER_WORDS, FATE_WORDS, LEVEL_WORDS } from "./told-words.ts";

interface ToldFilterProps {
  /** The ledger's own address. */
  action: string;
  asked: { level?: LedgerLevel; council?: string; fate?: LedgerFate; answer?: LedgerAnswer };
  councils: readonly ChoiceOption[];
}

/** Narrows a ledger; the answers go into its address. */
export function ToldFilter({ action, asked, councils }: ToldFilterProps): ReactElement {
  return (
    <search>
      <form className="told-filter" method="get" action={action}>
        <Choice
          name="level"
          label="Who"
          blank="Everybody"
          options={options(LEVEL_WORDS)}
          value={asked.level}
        />
        {councils.length < 2 && asked.council === undefined ? null : (
          <Choice
            name="council"
            label="Council"
            blank="Everywhere"
            options={councils}
            value={asked.council}
          />
        )}
        <Choice
          name="fate"
          label="What became of it"
          blank="Anything"
          options={options(FATE_WORDS)}
          value={asked.fate}
        />
        <Choice
          name="answer"
          label="Answer"
          blank="Any or none"
          options={options(ANSWER_WORDS)}
          value={asked.answer}
        />
        <Button tone="quiet">Show</Button>
      </form>
    </search>
  );
}

function options(words: Record<string, string>): ChoiceOption[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
