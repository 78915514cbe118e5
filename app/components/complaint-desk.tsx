import type { ReactElement } from "react";
import { type ComplaintStep, invalidWords } from "#app/domain/moderation/complaint.ts";
import type { ComplaintEvent, ReadComplaint } from "#app/domain/moderation/complaints.server.ts";
import { Chip } from "./chip.tsx";
import { ComplaintCopy } from "./complaint-copy.tsx";
import { ComplaintDue } from "./complaint-due.tsx";
import { ComplaintSteps } from "./complaint-steps.tsx";
import { COMPLAINT_CHIPS, eventWords } from "./complaint-words.ts";
import { DefinitionList } from "./definition-list.tsx";
import { londonDay, londonTime } from "./format.ts";
import { ModerateClaim, type ShownClaim } from "./moderate-claim.tsx";

interface ComplaintDeskProps {
  complaint: Omit<ReadComplaint, "id" | "campaignId">;
  steps: readonly ComplaintStep["step"][];
  events: readonly ComplaintEvent[];
  claim?: ShownClaim;
  now: number;
  errors: Readonly<Record<string, string | undefined>>;
}

/** A complaint as a moderator has it before them: its clock, what it says, what the author says, what can be done, its log. */
export function ComplaintDesk({
  complaint,
  steps,
  events,
  claim,
  now,
  errors,
}: ComplaintDeskProps): ReactElement {
  const { state, dueAt, page, campaign, sharesName, sharesEmail } = complaint;
  const mayPass = [sharesName ? "the name" : "", sharesEmail ? "the address" : ""].filter(Boolean);
  return (
    <>
      <p>
        <Chip {...COMPLAINT_CHIPS[state]} />
      </p>
      <p>
        <ComplaintDue {...{ state, dueAt, now }} />
      </p>
      <p>
        <a href={page}>The page</a>
        {campaign ? (
          <>
            {" · "}
            <a href={`/moderate/campaigns/${campaign.number}`}>Its text and history</a>
          </>
        ) : null}
      </p>
      <h2>What it says</h2>
      {complaint.email === "" ? (
        <p>What was written has been deleted, as it can no longer come to court.</p>
      ) : (
        <ComplaintCopy complaint={complaint} />
      )}
      <p className="soft">
        The author may be told {mayPass.length === 0 ? "neither name nor address" : mayPass.join(" and ")}.
      </p>
      <AuthorAnswer complaint={complaint} />
      {steps.length === 0 ? null : (
        <>
          <h2>What can be done now</h2>
          <ModerateClaim claim={claim} />
          <ComplaintSteps steps={steps} hasCampaign={campaign !== undefined} errors={errors} />
        </>
      )}
      <h2>What has happened</h2>
      <ol className="moves plain-list">
        {events.map((event) => (
          <li key={event.id}>
            {eventWords(event, invalidWords(event.detail))}
            <span className="detail">
              {londonTime(event.at)} on {londonDay(event.at)}
              {event.isModerator ? ", by a moderator" : ""}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function AuthorAnswer({ complaint }: Pick<ComplaintDeskProps, "complaint">): ReactElement | null {
  const { authorName, authorPostal, authorWords, authorSharesDetails } = complaint;
  if (authorName === "") return null;
  const typed = (term: string, text: string) => ({ term, value: <span className="mail-text">{text}</span> });
  return (
    <>
      <h2>What the author answers</h2>
      <DefinitionList
        rows={[
          { term: "Full name", value: authorName },
          typed("Postal address", authorPostal),
          {
            term: "May be passed on",
            value: authorSharesDetails ? "Yes, and was" : "No: only if a court orders it",
          },
          ...(authorWords === "" ? [] : [typed("To moderators", authorWords)]),
        ]}
      />
    </>
  );
}
