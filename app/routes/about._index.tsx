import type { MetaFunction } from "@remix-run/node";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Prose } from "#app/components/prose.tsx";
import { CONFIRM_LINK_DAYS, SIGNATURES_PER_ADDRESS, SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

export const meta: MetaFunction = () =>
  pageTitle("About", "What Hear Hear is, how signatures are checked, and who is told.");

export default function About(): ReactElement {
  return (
    <Prose>
      <PageHeading
        title="About Hear Hear"
        lede="You sign. Every councillor and MP hears how many of their own constituents have."
      />
      <p>
        Most petitions count to a large number and stop. But a councillor listens to people who live where
        they were elected. So we count every signature where it comes from, and tell each representative about
        their own place: first at five people, then again as the number grows, and never more than once a
        week.
      </p>
      <p>
        Hear Hear was made for families of children with special educational needs and disabilities, who often
        have to say the same thing to many people for a long time. Anybody may use it for anything that a
        council, a department or Parliament can put right.
      </p>
      <p className="row">
        <ButtonLink href="/petitions">See the petitions</ButtonLink>
        <ButtonLink tone="quiet" href="/letters">
          See the open letters
        </ButtonLink>
      </p>

      <h2 id="checked">How signatures are checked</h2>
      <ol>
        <li>
          <b>Each one is confirmed by e-mail.</b> Whoever signs gets an e-mail with a link, and presses a
          button on the page it opens. Until then the signature does not count. The link works for{" "}
          {CONFIRM_LINK_DAYS} days.
        </li>
        <li>
          <b>Each person counts once for each petition or letter.</b> We compare names and addresses, and see
          through spellings of one and the same mailbox. At most {wordFor(SIGNATURES_PER_ADDRESS)} people of
          one home may share an address.
        </li>
        <li>
          <b>Each one is placed by its postcode.</b> The postcode gives the ward, the council and the
          constituency. Where it cannot, we ask, and count “not placed” if there is no answer. Nobody is put
          in a place by guessing.
        </li>
        <li>
          <b>Many from one connection at once wait.</b> They are not counted until they are let through.
        </li>
        <li>
          <b>False ones are taken out.</b> Every change to a count is recorded, so that it can be put right.
        </li>
        <li>
          <b>Anybody can take their name off</b> at any time, and is then not counted.
        </li>
        <li>
          <b>What people say they are is checked.</b> On an open letter somebody can give a role or an
          organisation. Either is shown only once their address at the organisation’s own domain, or a
          moderator, has vouched for it. An organisation stands under a letter only once a moderator has
          checked that whoever signs may speak for it.
        </li>
        <li>
          <b>Names on paper are kept apart.</b> They are typed in by the organiser, are never added to the
          total, and are left out where the same person has signed here.
        </li>
      </ol>
      <p>
        We do not check signatures against the electoral register, and we do not ask for proof of identity.
        Signing is open to people who may not vote, children of 13 and over among them. Signatures from
        outside the United Kingdom are counted and shown apart.
      </p>

      <h2 id="shown">What is shown, and what is not</h2>
      <p>
        The total on the page of a petition or a letter is live. Numbers for places are brought up to date
        every few minutes. A number below {SMALLEST_SHOWN_COUNT} is never shown or sent to anybody: it could
        point to a person. Sometimes we leave out another place too, because the small number could be worked
        out from it. We then say: “not shown: fewer than five, or needed to protect a place with fewer than
        five”.
      </p>

      <h2 id="told">Who is told</h2>
      <p>
        MPs and councillors, at addresses that their office or council publishes. They hear a number, not
        names. They can ask us to pause or stop. What was sent, when, and whether it arrived is on the page of
        each petition and letter, under “Who has been told”. An open letter is public with the names that
        people chose to show, and those it is addressed to read it with them.
      </p>

      <h2>Where to read on</h2>
      <ul>
        <li>
          <a href="/privacy">Your privacy</a>: what we keep when you sign
        </li>
        <li>
          <a href="/about/data">Data and sources</a>: where postcodes, places and names of MPs come from
        </li>
        <li>
          <a href="/terms">Terms</a> and <a href="/accessibility">accessibility</a>
        </li>
      </ul>
    </Prose>
  );
}

function wordFor(n: number): string {
  return ["no", "one", "two", "three"][n] ?? String(n);
}
