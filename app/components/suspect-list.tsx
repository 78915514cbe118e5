import type { ReactElement } from "react";
import type { SuspectGroup } from "#app/domain/signature/suspects.server.ts";
import type { HeldReason } from "#db/tables/signature.ts";
import { Button } from "./button.tsx";
import { counted, figure } from "./format.ts";
import { waitedWords } from "./moderate-words.ts";

const WHY: Record<HeldReason, string> = {
  "": "Held",
  client_limit: "Over the limit of one device or network; let go by themselves, bit by bit",
  address_limit: "Their address has had its mails for the day",
};

/** Signatures that were held back, each group with its two buttons. */
export function SuspectList({
  groups,
  now,
}: {
  groups: readonly Omit<SuspectGroup, "campaignId">[];
  now: number;
}): ReactElement {
  if (groups.length === 0) return <p>Nothing is held back.</p>;
  return (
    <ul className="queues plain-list">
      {groups.map(({ number, title, heldReason, count, addresses, networks, oldestAt }) => (
        <li key={`${number} ${heldReason}`}>
          <div className="queue-head">
            <a href={`/moderate/campaigns/${number}/signatures`}>{title}</a>
            <b>{figure(count)}</b>
          </div>
          <p className="detail">
            {WHY[heldReason]}. {counted(addresses, "address", "addresses")}, {counted(networks, "network")}.
            The oldest has waited {waitedWords(oldestAt, now)}.
          </p>
          <form method="post" className="row">
            <input type="hidden" name="number" value={number} />
            <input type="hidden" name="heldReason" value={heldReason} />
            <Button tone="quiet" name="act" value="release">
              Let them go<span className="hidden">, {title}</span>
            </Button>
            <Button tone="danger" name="act" value="purge">
              Delete them<span className="hidden">, {title}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
