import type { ReactElement } from "react";
import { GATHERING_SUPPORTERS, SUPPORTERS_FOR_REVIEW } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { figure } from "./format.ts";
import { kindWords } from "./kind-words.ts";
import { Notice } from "./notice.tsx";
import { Progress } from "./progress.tsx";

interface SupportLeadProps {
  campaign: { kind: CampaignKind; title: string; bodyName: string; organiserName: string };
  /** Confirmed supporters. */
  count: number;
  /** True while a moderator has it in hand, or has sent it back. */
  isInReview: boolean;
}

/** Who asks whom for what in a campaign that is not published yet, and how many support it. */
export function SupportLead({ campaign, count, isInReview }: SupportLeadProps): ReactElement {
  const { kind, title, bodyName, organiserName } = campaign;
  const { one, One } = kindWords(kind);
  return (
    <>
      <p className="kicker">
        {One} to <b>{bodyName}</b> · started by {organiserName}
      </p>
      <h1>{title}</h1>
      <p className="count">
        <b>{figure(count)}</b> <span>{sentence(count)}</span>
      </p>
      <Progress count={count} goal={SUPPORTERS_FOR_REVIEW} />
      <Notice tone={isInReview ? "waiting" : "plain"}>
        <p>
          {isInReview
            ? `This ${one} is being looked at before it is published. It takes no names just now. Keep this page: it leads to the ${one} once everybody can sign it.`
            : `Only people with this link can see this page. Once ${SUPPORTERS_FOR_REVIEW} people support this ${one}, it can be looked at and published for everybody. Until then ${GATHERING_SUPPORTERS} can sign at most.`}
        </p>
      </Notice>
    </>
  );
}

function sentence(count: number): string {
  const support = count === 1 ? "person supports this." : "people support this.";
  const missing = SUPPORTERS_FOR_REVIEW - count;
  if (missing <= 0) return support;
  return `${support} ${missing} more ${missing === 1 ? "is" : "are"} needed.`;
}
