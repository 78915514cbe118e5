import type { MetaFunction } from "@remix-run/node";
import type { ReactElement } from "react";
import { Contact } from "#app/components/contact.tsx";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { calendarDay } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PrivacyStories } from "#app/components/privacy-stories.tsx";
import { Prose } from "#app/components/prose.tsx";
import { useSite } from "#app/components/site-details.ts";
import { CURRENT_NOTICES, NOTICES, noticeWords } from "#app/domain/privacy/notices.ts";
import {
  CLIENT_HASH_DAYS,
  COMPLAINT_MONTHS,
  CONFIRM_LINK_DAYS,
  CORRECTION_DAYS,
  DRAFT_DAYS,
  INVITATION_DAYS,
  MINIMUM_AGE_YEARS,
  NOT_ME_DAYS,
  OUTBOX_DAYS,
  REPORT_DAYS,
  RETENTION_MONTHS_AFTER_CLOSING,
  SESSION_DAYS,
  SMALLEST_SHOWN_COUNT,
  SUSPECT_DAYS,
} from "#app/policy.ts";
import { GROUP_MESSAGE_CONFIRM_DAYS, GROUP_MESSAGE_DAYS } from "#app/policy-groups.ts";

export const meta: MetaFunction = () =>
  pageTitle("Your privacy", "What Hear Hear keeps when you sign, why, for how long, and who is told what.");

export default function Privacy(): ReactElement {
  const { operatorName, operatorContact } = useSite();
  const { consent, letterConsent } = CURRENT_NOTICES;
  return (
    <Prose>
      <PageHeading
        title="Your privacy"
        kicker={`Version ${consent.version}, from ${calendarDay(consent.startsOn)}`}
        lede="What we keep when you sign, why, for how long, and who is told what."
      />
      <ul>
        <li>Your councillors and MP hear a number. They never hear your name from us.</li>
        <li>Your name is shown on this site only if you tick the box that says so.</li>
        <li>You can take your name off at any time, and have everything about you erased.</li>
        <li>We use no cookies for reading or signing, no trackers and no adverts. We sell nothing.</li>
      </ul>

      <h2>Who looks after it</h2>
      <p>
        {operatorName} runs this site and answers for what happens to what you give us. Write to{" "}
        <Contact to={operatorContact} />.
      </p>

      <h2>What we keep</h2>
      <WhatWeKeep />

      <h2>When you tell a story</h2>
      <PrivacyStories />

      <h2>Why we may keep it</h2>
      <p>Because you say so. This is what you agree to when you sign:</p>
      <blockquote>
        <p>{consent.wording}</p>
      </blockquote>
      <p>And this when you sign an open letter:</p>
      <blockquote>
        <p>{letterConsent.wording}</p>
      </blockquote>
      <p>
        The law calls this explicit consent (UK GDPR, articles 6(1)(a) and 9(2)(a)). We ask for it because
        signing can show what you think about politics, or something about your or your child’s health. With
        your signature we keep which wording you saw and when. You can take your consent back as easily as you
        gave it.
      </p>

      <h2>How long we keep it</h2>
      <HowLong />

      <h2>Who is told what</h2>
      <WhoIsTold />

      <h2>When you report something, or complain</h2>
      <p>
        Moderators read what you write. We forget a report, and your address with it, {REPORT_DAYS} days after
        it is settled. A complaint about untrue words goes to their author, without your name and address
        unless you allow it. We keep it, and what the author answers, for {COMPLAINT_MONTHS} months after it
        is settled, because it may come to court. We may keep both because we run the site lawfully with them
        (UK GDPR, article 6(1)(c) and (f)).
      </p>

      <h2>How we guard it</h2>
      <p>
        Names, e-mail addresses and postcodes are encrypted in our database. The key is kept apart from it,
        and apart from its backups. Our logs hold no names, addresses or postcodes.
      </p>

      <h2>What you can do</h2>
      <p>
        Go to <a href="/my-signatures">my signatures</a> and enter your e-mail address. We send you links with
        which you can see what we hold, put it right, download it, take your name off, or have it erased. You
        need no account. Nobody else can find out there whether you have signed.
      </p>
      <p>
        You can also <Contact to={operatorContact}>write to us</Contact>, object, or ask us to stop. If you
        are not happy with our answer, you can complain to the Information Commissioner’s Office:{" "}
        <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk/make-a-complaint</a>, telephone 0303 123
        1113.
      </p>

      <h2>How old you must be</h2>
      <p>
        You must be {MINIMUM_AGE_YEARS} or over to sign. We do not ask for your date of birth. If you know of
        a younger child who has signed, tell us and we erase it.
      </p>

      <h2>The wordings we have used</h2>
      <DefinitionList rows={NOTICES.map(wordingRow)} />
    </Prose>
  );
}

function WhatWeKeep(): ReactElement {
  return (
    <DefinitionList
      rows={[
        { term: "Your name", value: "So that we count each person once, and to show it if you ask us to." },
        { term: "Your e-mail address", value: "To ask you to confirm, so that nobody can sign for you." },
        {
          term: "Your postcode",
          value:
            "To work out your ward, council and constituency. If you live outside the United Kingdom, we keep your country instead.",
        },
        {
          term: "What you ticked",
          value:
            "Whether to show your name, send you news, and, on a petition to a council, give it your name and postcode; and whether you live, work or study there, if you told us.",
        },
        {
          term: "Which group may write to you",
          value:
            "If a group publishes what you sign and you ticked the box with its name: which group, when, and in which words.",
        },
        {
          term: "Your role and organisation",
          value:
            "Only if you sign an open letter and type them. They are shown beside your name, or the organisation’s among those that sign, once your address or a moderator has vouched for them.",
        },
        {
          term: "Your name on paper",
          value:
            "If you sign a printed sheet, its organiser types your name and postcode in. We keep them encrypted, so that you are counted once, show only how many signed on paper, and blank them when we blank the others.",
        },
        {
          term: "Which news we sent you",
          value:
            "Only if you ticked that box: one mark for each, so that none comes twice. Every such e-mail has a link that stops them at once.",
        },
        { term: "When you signed", value: "And when you confirmed, and which wording you saw." },
        {
          term: "A scrambled form of your network address",
          value: `For ${CLIENT_HASH_DAYS} days, to notice many false signatures from one place. It cannot be read back.`,
        },
      ]}
    />
  );
}

function HowLong(): ReactElement {
  return (
    <DefinitionList
      rows={[
        {
          term: "If you do not confirm",
          value: `We delete it ${CONFIRM_LINK_DAYS} days after the last e-mail we sent you about it. A signature that we held back to look at is deleted after ${SUSPECT_DAYS} days.`,
        },
        {
          term: "If you confirm",
          value: `We keep it until ${RETENTION_MONTHS_AFTER_CLOSING} months after the petition or letter closes, so that it can be handed in. Then we blank your name, address and postcode. Only the number stays, and the area it was counted in.`,
        },
        {
          term: "If it stops before it closes",
          value: `Rejected, hidden, or never finished: we blank the same ${RETENTION_MONTHS_AFTER_CLOSING} months after anything last became of it.`,
        },
        {
          term: "If a moderator takes your signature out",
          value:
            "It is not counted, because it looked as if it was one of many that people did not give themselves. Your own page of it says so, and whom to write to.",
        },
        {
          term: "That we sent you an e-mail",
          value: `We remember for ${OUTBOX_DAYS} days that one went out, to find out why one did not arrive.`,
        },
        {
          term: "If you correct something about a representative",
          value: `What you typed is blanked ${CORRECTION_DAYS} days after we have settled it.`,
        },
        {
          term: "If you start a petition or letter, or help run one",
          value: `A draft is deleted ${DRAFT_DAYS} days after you last changed it, an invitation after ${INVITATION_DAYS} days. You are signed in for ${SESSION_DAYS} days at most.`,
        },
        {
          term: "If you write to a group",
          value: `Your message goes to those who run the group, with your address, once you have confirmed it. We delete what you did not confirm after ${GROUP_MESSAGE_CONFIRM_DAYS} days, and our copy of what was sent after ${GROUP_MESSAGE_DAYS} days. We keep both encrypted.`,
        },
        {
          term: "If you help to run a group",
          value: `The others who own it see your address. An invitation is deleted after ${INVITATION_DAYS} days.`,
        },
        {
          term: "If you take your name off",
          value:
            "You are not counted from that moment. Choose to erase it as well, and it is deleted at once.",
        },
        {
          term: "If you say “this was not me”",
          value: `We delete it at once. For ${NOT_ME_DAYS} days we keep a scrambled form of the address, so that it gets no more e-mail about that petition or letter.`,
        },
      ]}
    />
  );
}

function WhoIsTold(): ReactElement {
  return (
    <DefinitionList
      rows={[
        {
          term: "Your councillors and MP",
          value: `How many people in their area have signed, once it is at least ${SMALLEST_SHOWN_COUNT}. Never who.`,
        },
        {
          term: "Those it is addressed to",
          value:
            "How many have signed, and from which places. Of an open letter they can read, as everybody can, the names that people chose to show. Never another name.",
        },
        {
          term: "A council that has its own petition rules",
          value: "Your name and postcode when the petition is handed in, only if you ticked that box.",
        },
        {
          term: "Everybody",
          value: `The total, and the number in each place where it is at least ${SMALLEST_SHOWN_COUNT}. Your name only if you ticked that box; never with your place or the time.`,
        },
        {
          term: "Whoever runs the petition or letter",
          value:
            "The same numbers as everybody. They write the news that you ticked, and we send it: they do not get your address.",
        },
        {
          term: "Moderators",
          value:
            "Your name, your role and organisation, and the part of your address after the @, where you give a role or an organisation on an open letter, so that they can check it; and your name where it is that of a representative.",
        },
        {
          term: "A group that publishes it",
          value:
            "Your name and e-mail address, only if you ticked the box with the group’s name, and only while a moderator has verified the group. Each list it takes is written down. From then on the group answers for its list. Untick the box on your own page and you are not in the next one; another group never gets it.",
        },
        {
          term: "The service that delivers our e-mail",
          value: "Your address and the e-mail we send you, to deliver it and for nothing else.",
        },
      ]}
    />
  );
}

const KINDS = {
  consent: "Signing",
  letterConsent: "Signing an open letter",
  handIn: "Handing in to a council",
  connection: "Live, work or study",
  contact: "Letting a group write to you",
  paper: "Signing on paper",
  storyPublish: "Publishing a story",
  storyRepresentatives: "Pointing councillors and MP to a story",
  storyInspectorate: "A story in an evidence pack",
  storyJournalists: "Journalists and a story",
  storyGroup: "A group and a story",
} as const;

/** Who stands in a wording where each form names somebody. */
const NAMED = {
  ...{ consent: "", letterConsent: "", handIn: "the council", connection: "the council" },
  ...{ contact: "the group", paper: "the organiser" },
  ...{ storyPublish: "", storyRepresentatives: "", storyInspectorate: "", storyJournalists: "" },
  storyGroup: "the group",
} as const;

function wordingRow(notice: (typeof NOTICES)[number]): { term: string; value: string } {
  return {
    term: `${KINDS[notice.kind]}, version ${notice.version}`,
    value: `From ${calendarDay(notice.startsOn)}: “${noticeWords(notice, NAMED[notice.kind])}”`,
  };
}
