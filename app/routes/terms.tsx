import type { MetaFunction } from "@remix-run/node";
import type { ReactElement } from "react";
import { Contact } from "#app/components/contact.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Prose } from "#app/components/prose.tsx";
import { useSite } from "#app/components/site-details.ts";
import { APPEAL_TARGET_HOURS, MINIMUM_AGE_YEARS, REPORT_TARGET_HOURS } from "#app/policy.ts";
import { STATEMENT_WORKING_DAYS, STORY_TARGET_DAYS } from "#app/policy-stories.ts";

export const meta: MetaFunction = () =>
  pageTitle("Terms", "What you may expect of Hear Hear, and what it expects of you.");

export default function Terms(): ReactElement {
  const { operatorName, operatorContact } = useSite();
  return (
    <Prose>
      <PageHeading title="Terms" lede="What you may expect of us, and what we expect of you." />

      <h2>When you sign</h2>
      <ul>
        <li>Sign as yourself, with your own name, and once for each petition or letter.</li>
        <li>
          Give a role or an organisation on an open letter only if it is yours. Sign for an organisation only
          if it has let you.
        </li>
        <li>Use an e-mail address that you can read. Two people in one home may share one.</li>
        <li>Give the postcode of where you live.</li>
        <li>You must be {MINIMUM_AGE_YEARS} or over.</li>
        <li>
          Sign only what you agree with. You can take your name off again at any time, without a reason.
        </li>
      </ul>
      <p>
        We do not count signatures that we find to be false. We say <a href="/about#checked">how we check</a>.
        Do not try to sign for others, to sign in bulk by program, or to find out who has signed.
      </p>

      <h2>What stands on this site</h2>
      <ul>
        <li>
          The words of a petition or an open letter are those of the people who started it. A moderator has
          read them first.
        </li>
        <li>
          Either must ask for something that somebody can do. It must be true as far as its authors know. It
          must not threaten, harass, promote hatred, name a child, or break the law.
        </li>
        <li>We take no side between parties, and we do not sell a place on any page.</li>
      </ul>

      <h2 id="complain">How to complain and appeal</h2>
      <ul>
        <li>
          <b>Something on a page should not be there:</b> <a href="/report">report it</a>. You need no
          account. A moderator looks at it within {REPORT_TARGET_HOURS} hours, first where a child can be
          recognised or somebody is threatened. Leave an address, and we tell you what came of it.
        </li>
        <li>
          <b>Words about you are untrue and harm you:</b> <a href="/takedown">complain</a> as section 5 of the
          Defamation Act 2013 has it. The author has five days to answer. The form says what happens then.
        </li>
        <li>
          <b>Families tell something of your council, school or service:</b> “Reply to this” on that page asks
          for a correction, or has your statement shown beside it. You need no account. A moderator answers
          within {STATEMENT_WORKING_DAYS} working days. Only its author changes a story.
        </li>
        <li>
          <b>Your petition or letter was rejected or hidden:</b> appeal on your own page of it. Another
          moderator looks again, within {APPEAL_TARGET_HOURS / 24} days, and never the one who decided.
        </li>
        <li>
          <b>Your story was not published, or was taken off:</b> ask for another moderator on your own page of
          it, the one of the link that we mailed. They read it as it is, within {STORY_TARGET_DAYS} days.
        </li>
        <li>
          <b>You reported something and think that we decided wrongly, or we did not keep to this:</b>{" "}
          <Contact to={operatorContact}>write to us</Contact>. Somebody who did not decide it looks again.
        </li>
      </ul>
      <p>
        We tell you what we did and why. You may also go to court, and you may sue if we took down or blocked
        what you wrote against these terms. About how we treat your data you can complain to the{" "}
        <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>.
      </p>

      <h2>What we promise</h2>
      <p>
        To count honestly, to tell the people you want to reach what we say on the page, and to look after{" "}
        <a href="/privacy">what you give us</a>. We cannot promise that a petition or a letter succeeds, or
        that the site is never down. Nothing here takes away rights that the law gives you.
      </p>

      <h2>Using our numbers</h2>
      <p>
        Counts, petitions and letters on public pages may be quoted by anybody, with a link. Where our data
        comes from is on <a href="/about/data">data and sources</a>.
      </p>

      <h2>Who we are</h2>
      <p>
        This site is run by {operatorName}. Write to <Contact to={operatorContact} />.
      </p>
    </Prose>
  );
}
