import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { refusalWords } from "#app/domain/recipient/named-recipient.ts";
import type { ReadRecipient } from "#app/domain/recipient/waiting-recipients.server.ts";
import { Chip } from "./chip.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { londonDay } from "./format.ts";
import { kindWords } from "./kind-words.ts";
import { RECIPIENT_CHIPS } from "./recipient-chips.ts";
import { SourceLink } from "./source-link.tsx";

interface RecipientFactsProps {
  recipient: Omit<ReadRecipient, "campaignId" | "representativeId" | "known">;
}

/** What organisers say of somebody whom they address, for whoever compares it. */
export function RecipientFacts({ recipient }: RecipientFactsProps): ReactElement {
  const { campaign, name, role, organisation, isCopy, email, sourceUrl, state, reason, createdAt } =
    recipient;
  const { number, kind, slug, title, bodyName } = campaign;
  return (
    <DefinitionList
      rows={[
        {
          term: "Stands",
          value: (
            <>
              <Chip {...RECIPIENT_CHIPS[state]} /> {refusalWords(reason)}
            </>
          ),
        },
        { term: "Role", value: role || "Not given" },
        { term: "Organisation", value: organisation || "Not given" },
        { term: "Name", value: name || "None: the office, whoever holds it" },
        { term: "Reads along only", value: isCopy ? "Yes, gets a copy" : "No, is asked to answer" },
        {
          term: "Address",
          value: email || (state === "waiting" ? "None given" : "Kept with the office alone"),
        },
        {
          term: "Page that shows it",
          value: sourceUrl === "" ? "None given" : <SourceLink url={sourceUrl} />,
        },
        {
          term: kindWords(kind).One,
          value: (
            <>
              <a href={publicCampaignPath({ kind, slug })}>{title}</a>, to {bodyName} ·{" "}
              <a href={`/moderate/campaigns/${number}`}>its history</a>
            </>
          ),
        },
        { term: "Named", value: londonDay(createdAt) },
      ]}
    />
  );
}
