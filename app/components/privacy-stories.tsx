import type { ReactElement } from "react";
import {
  STATEMENT_CONFIRM_DAYS,
  STATEMENT_KEPT_DAYS,
  STORY_DRAFT_DAYS,
  STORY_UNPUBLISHED_DAYS,
  STORY_WITHDRAWN_DAYS,
} from "#app/policy-stories.ts";
import { DefinitionList } from "./definition-list.tsx";

/** What is kept of somebody who tells a story, why, how long, and who gets it. */
export function PrivacyStories(): ReactElement {
  return (
    <>
      <p>
        A story can show something about a child’s health, so we do nothing with it that you have not ticked.
        For each use we keep what you ticked, in which words and when, and when you took it back.
      </p>
      <DefinitionList
        rows={[
          {
            term: "Your postcode",
            value:
              "Used once, to find your council, your district and your constituency. We keep these three and not the postcode, nor your ward. Readers see the council alone.",
          },
          {
            term: "Your words",
            value: `Encrypted until a moderator publishes them. A draft is deleted ${STORY_DRAFT_DAYS} days after you last changed it. A story that is not published is blanked ${STORY_UNPUBLISHED_DAYS} days after the decision. A published one stays until you take it back.`,
          },
          {
            term: "The facts you tick",
            value:
              "Never shown with your story. They are added up with those of at least nine other families of your council, and called “about”.",
          },
          {
            term: "Under what readers find it",
            value:
              "Only what you tick for that. It is encrypted until your story is published, is not printed beside it, and is used where at least five stories stand under it.",
          },
          {
            term: "If somebody asks to speak to you",
            value:
              "Only if you have ticked that. What they ask is encrypted, you read it behind your own link, and it is deleted when you take your story back. They get nothing from us.",
          },
          {
            term: "Whether there is or was a court case",
            value: "Read by moderators alone, so that no child in such a case is exposed.",
          },
          {
            term: "Your e-mail address",
            value:
              "Encrypted, and kept as long as your story is public, because somebody who says that it defames them can ask us to ask you. Nobody else gets it.",
          },
          {
            term: "If you reply to a story",
            value: `What you write, your name and your address are encrypted. A reply that you do not confirm is deleted after ${STATEMENT_CONFIRM_DAYS} days, one that is not shown is blanked ${STATEMENT_KEPT_DAYS} days after the decision. Of one that is shown, readers see the words, your role and your organisation until you take it back, or the story’s author takes the story back. Your name and your address are not shown.`,
          },
          {
            term: "When you take it back",
            value: `It is off every page at once, and its words, your address and your places are deleted in the same moment. Your facts leave the sums within 31 days. Your link shows for ${STORY_WITHDRAWN_DAYS} days where the story had gone. What we had passed on before, like an evidence pack, we cannot call back.`,
          },
        ]}
      />
    </>
  );
}
