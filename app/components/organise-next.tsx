import type { ReactElement, ReactNode } from "react";
import type { NextStep } from "#app/domain/campaign/next-step.ts";
import { REVIEW_TARGET_HOURS, SUPPORTERS_FOR_REVIEW } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { Button, ButtonLink } from "./button.tsx";
import { counted } from "./format.ts";
import { kindWords } from "./kind-words.ts";
import { OrganiseShare } from "./organise-share.tsx";
import { Quoted } from "./quoted.tsx";

export interface OrganiseNextProps {
  step: NextStep;
  campaign: { number: number; kind: CampaignKind; title: string; bodyName: string };
  count: number;
  goal: number;
  /** The whole address that is passed on now: the support link, later the petition's own. */
  shareUrl: string;
  /** What the moderator wrote last, or blank. */
  note: string;
  /** The decision in a sentence, where it was rejected or hidden. */
  decision?: { words: string; appeal?: "waiting" | "granted" | "dismissed" };
}

/** The one thing to do next, at the top of an organiser's page. */
export function OrganiseNext(props: OrganiseNextProps): ReactElement | null {
  const said = wordsOf(props);
  if (said === undefined) return null;
  return (
    <section className="card card-raised organise-next" aria-labelledby="next">
      <p className="kicker">What to do next</p>
      <h2 id="next">{said.title}</h2>
      {said.body}
    </section>
  );
}

function wordsOf(props: OrganiseNextProps): { title: string; body: ReactNode } | undefined {
  const { step, campaign, count, shareUrl, note } = props;
  const base = `/organise/${campaign.number}`;
  switch (step) {
    case "sign_it":
      return {
        title: "Sign it yourself",
        body: (
          <>
            <p>Your own signature counts like everybody’s. Confirm it by the link in the mail.</p>
            <p>
              <ButtonLink href={shareUrl}>Sign it</ButtonLink>
            </p>
            <OrganiseShare title={campaign.title} url={shareUrl} />
          </>
        ),
      };
    case "find_supporters":
      return {
        title: `Find ${counted(SUPPORTERS_FOR_REVIEW - count, "more supporter")}`,
        body: (
          <>
            <p>
              {SUPPORTERS_FOR_REVIEW} people must stand behind it before a moderator looks at it. Pass this
              address on to people who will sign. Only those who have it can see the{" "}
              {kindWords(campaign.kind).one}.
            </p>
            <OrganiseShare title={campaign.title} url={shareUrl} />
          </>
        ),
      };
    case "submit":
      return {
        title: "Send it to the moderators",
        body: (
          <>
            <p>
              {counted(count, "person stands", "people stand")} behind it. A moderator reads it and publishes
              it, most often within {days(REVIEW_TARGET_HOURS)}. You get a mail either way.
            </p>
            <form method="post">
              <Button name="intent" value="submit">
                Send it to the moderators
              </Button>
            </form>
          </>
        ),
      };
    case "wait_for_review":
      return {
        title: "Wait for a moderator",
        body: (
          <p>
            It is being read. That takes {days(REVIEW_TARGET_HOURS)} at most as a rule. There is nothing for
            you to do; you get a mail.
          </p>
        ),
      };
    case "make_changes":
      return {
        title: "Answer the moderator",
        body: (
          <>
            <p>A moderator asks you to change something before it can be published:</p>
            <Quoted words={note} />
            <p>
              <ButtonLink href={`${base}/text`}>Change the text</ButtonLink>
            </p>
            <form method="post">
              <p>When you have changed it:</p>
              <Button tone="quiet" name="intent" value="submit">
                Send it to the moderators again
              </Button>
            </form>
          </>
        ),
      };
    default:
      return laterWords(props);
  }
}

/** From the decision on. */
function laterWords(props: OrganiseNextProps): { title: string; body: ReactNode } | undefined {
  const { step, campaign, shareUrl, goal, note, decision } = props;
  const base = `/organise/${campaign.number}`;
  switch (step) {
    case "look_at_decision":
      return {
        title: "See what was decided",
        body: (
          <>
            <p>{decision?.words}</p>
            {note === "" ? null : <Quoted words={note} />}
            {decision === undefined ? null : <p>{appealWords(decision.appeal)}</p>}
            {decision !== undefined && decision.appeal === undefined ? (
              <p>
                <ButtonLink href="#appeal">Ask another moderator to look again</ButtonLink>
              </p>
            ) : null}
          </>
        ),
      };
    case "pass_on":
      return {
        title: "Pass it on",
        body: (
          <>
            <p>Most people sign because somebody they know asked them to.</p>
            <OrganiseShare title={campaign.title} url={shareUrl} />
          </>
        ),
      };
    case "set_goal":
      return {
        title: "Set a new goal",
        body: (
          <>
            <p>You have reached your goal of {counted(goal, "signature")}. A new one keeps people going.</p>
            <p>
              <ButtonLink href={`${base}/settings`}>Set a new goal</ButtonLink>
            </p>
            <OrganiseShare title={campaign.title} url={shareUrl} />
          </>
        ),
      };
    case "wait_for_pause":
      return {
        title: "Wait until signing goes on",
        body: (
          <>
            <p>A moderator has paused signing. What has been signed still counts.</p>
            {note === "" ? null : <Quoted words={note} />}
          </>
        ),
      };
    case "hand_in":
      return {
        title: `Hand it in to ${campaign.bodyName}`,
        body: (
          <>
            <p>
              Send them the numbers and the {kindWords(campaign.kind).one}’s address. When they answer, tell
              here what became of each ask.
            </p>
            <p className="row">
              <ButtonLink href={`${base}/tallies.csv`}>Get the numbers by place</ButtonLink>
              <ButtonLink tone="quiet" href={`${base}/outcomes`}>
                Tell what became of it
              </ButtonLink>
            </p>
          </>
        ),
      };
    case "tell_outcome":
      return {
        title: "Tell what became of it",
        body: (
          <p>
            <ButtonLink href={`${base}/outcomes`}>Tell what became of it</ButtonLink>
          </p>
        ),
      };
    default:
      return undefined;
  }
}

function appealWords(appeal: "waiting" | "granted" | "dismissed" | undefined): string {
  switch (appeal) {
    case undefined:
      return "If you think that this is wrong, another moderator can look at it. You can ask once.";
    case "waiting":
      return "Another moderator is looking at it again, as you asked. You get a mail.";
    case "granted":
    case "dismissed":
      return "Another moderator has looked at it again, and it stays so.";
  }
}

function days(hours: number): string {
  return counted(Math.round(hours / 24), "day");
}
