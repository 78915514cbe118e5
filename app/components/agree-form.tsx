import type { ReactElement } from "react";
import type { VersionQuestion } from "#app/domain/open-letter/version-question.server.ts";
import { Button, ButtonLink } from "./button.tsx";
import { CampaignLink } from "./campaign-link.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { VersionDifference } from "./version-question.tsx";

interface AgreeFormProps {
  title: string;
  /** Where the letter can be read. */
  path: string;
  name: string;
  question: VersionQuestion;
  problem: string;
}

/** What has changed in a letter, and one button for those who sign it with its new words. */
export function AgreeForm({ title, path, name, question, problem }: AgreeFormProps): ReactElement {
  return (
    <>
      <PageHeading
        kicker={<CampaignLink path={path} title={title} />}
        title="The letter that you signed has changed"
        lede={`${name}, your signature stays with the words that you signed, and it counts, unless you press the button below.`}
      />
      {problem === "" ? null : (
        <Notice tone="problem">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <VersionDifference parts={question.parts} />
      <form method="post">
        <input type="hidden" name="version" value={question.present} />
        <p className="row">
          <Button>I sign it as it is now</Button>
          <ButtonLink tone="quiet" href={path}>
            Read the whole letter
          </ButtonLink>
        </p>
      </form>
    </>
  );
}

const STATES = {
  agreed: {
    title: "You sign the letter as it is now",
    lede: "Your signature is counted with its present words. There is nothing left for you to do.",
  },
  not_counted: {
    title: "Your signature is not counted",
    lede: "It was taken off, or never confirmed, so there is nothing to move to the new words. If you agree with them, you can sign the letter.",
  },
  closed: {
    title: "The letter is closed",
    lede: "Your signature stays with the words that you signed, and it counts.",
  },
  gone: {
    title: "The letter cannot be read now",
    lede: "It is not on this site at the moment. Your signature has not been changed.",
  },
} as const;

/** Why there is nothing to press, or nothing any more. */
export function AgreeState({
  stage,
  title,
  path,
}: {
  stage: keyof typeof STATES;
  title: string;
  path: string;
}): ReactElement {
  return (
    <>
      <PageHeading kicker={<CampaignLink path={path} title={title} />} {...STATES[stage]} />
      <p className="row">
        {path === "" ? null : <ButtonLink href={path}>Read the letter</ButtonLink>}
        <ButtonLink tone="quiet" href="/my-signatures">
          See what you have signed
        </ButtonLink>
      </p>
    </>
  );
}
