import type { MetaFunction } from "@remix-run/node";
import type { ReactElement } from "react";
import { Contact } from "#app/components/contact.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Prose } from "#app/components/prose.tsx";
import { useSite } from "#app/components/site-details.ts";

export const meta: MetaFunction = () =>
  pageTitle("Accessibility", "How this site is made for everybody, and where it falls short.");

export default function Accessibility(): ReactElement {
  const { operatorContact } = useSite();
  return (
    <Prose>
      <PageHeading
        title="Accessibility"
        lede="Everybody should be able to sign. Here is how we try, and where we fall short."
      />

      <h2>What you can do here</h2>
      <ul>
        <li>Use every page with a keyboard alone, or with a screen reader.</li>
        <li>Make the text four times as large. Nothing is cut off, and you scroll one way only.</li>
        <li>Use an old phone, a slow connection, or a browser without JavaScript. No page needs it.</li>
        <li>Choose dark or high-contrast colours in your device. The pages follow.</li>
        <li>Take your time. Nothing counts down, moves or closes while you fill in a form.</li>
      </ul>
      <p>
        The letters are Atkinson Hyperlegible, drawn by the Braille Institute for people with low vision.
        Every bar and chart has its numbers beside it as text. A state is always said in words, never by
        colour alone.
      </p>

      <h2>How far we have got</h2>
      <p>
        We build to the Web Content Accessibility Guidelines, version 2.2, level AA. A program checks the
        pages in light and dark colours, at the width of a phone and of a desktop, and we mend what it finds
        before a new version is used.
      </p>
      <p>We know of these limits:</p>
      <ul>
        <li>A program finds less than half of all problems. No outside expert has tested the site yet.</li>
        <li>It has not been tested yet by people who use a screen reader or other aids every day.</li>
        <li>Petitions and letters are written by many people. Some are harder to read than we would like.</li>
        <li>There are no pages in British Sign Language or in Welsh.</li>
      </ul>

      <h2>Tell us</h2>
      <p>
        If something does not work for you, <Contact to={operatorContact}>write to us</Contact> in whatever
        way suits you. Say which page, and what you were trying to do. If you cannot use the form to sign,
        tell us and we help you to.
      </p>
      <p>
        If our answer is not good enough, the Equality Advisory and Support Service can advise you:{" "}
        <a href="https://www.equalityadvisoryservice.com/">equalityadvisoryservice.com</a>.
      </p>
    </Prose>
  );
}
