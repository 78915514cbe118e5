import type { MetaFunction } from "@remix-run/node";
import type { ReactElement, ReactNode } from "react";
import { Contact } from "#app/components/contact.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Prose } from "#app/components/prose.tsx";
import { useSite } from "#app/components/site-details.ts";
import { ToldColumns } from "#app/components/told-columns.tsx";

export const meta: MetaFunction = () =>
  pageTitle(
    "Data and sources",
    "Where postcodes, places and names of MPs come from, and how signatures are placed.",
  );

export default function Data(): ReactElement {
  const { operatorContact } = useSite();
  return (
    <Prose>
      <PageHeading
        title="Data and sources"
        lede="We place signatures with open data. These are its sources, and what each is for."
      />

      <Source heading="Postcodes, wards and councils">
        <p>
          Contains OS data © Crown copyright and database right 2023-2025. Contains Royal Mail data © Royal
          Mail copyright and database right 2023-2025. Contains National Statistics data © Crown copyright and
          database right 2023-2025. Licensed under the{" "}
          <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
            Open Government Licence v3.0
          </a>{" "}
          (OGL).
        </p>
        <p className="soft">Used to find the ward, council and constituency of a postcode.</p>
      </Source>

      <Source heading="County divisions">
        <p>
          Contains National Statistics data © Crown copyright and database right 2026. Contains OS data ©
          Crown copyright and database right 2026. Licensed under the Open Government Licence v3.0 (OGL).
        </p>
        <p className="soft">Used to find the county councillor’s area of a postcode.</p>
      </Source>

      <Source heading="Members of Parliament and constituencies">
        <p>
          Contains Parliamentary information licensed under the{" "}
          <a href="https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/">
            Open Parliament Licence v3.0
          </a>{" "}
          (OPL).
        </p>
        <p className="soft">
          Used for the names of constituencies and of their MPs, and the e-mail addresses that MPs publish. As
          of 20 August 2026.
        </p>
      </Source>

      <Source heading="Names and codes of councils and constituencies">
        <p>
          mySociety (local authority names and codes, 2025-constituencies),{" "}
          <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. Open Innovations (MPs’
          identifiers), MIT.
        </p>
        <p className="soft">
          Used to name councils, to tell in which constituency a postcode lies, and to join lists of MPs. We
          have brought old codes up to date and mended differences of spelling.
        </p>
      </Source>

      <Source heading="Maps">
        <p>
          Borders: Office for National Statistics and Ordnance Survey, OGL, as above. Hexagons of
          constituencies: Open Innovations,{" "}
          <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. Hexagons of councils: ODI
          Leeds, MIT.
        </p>
        <p className="soft">
          Used to draw maps of the whole country. We have made the borders simpler, moved Shetland closer and
          drawn London a second time, larger.
        </p>
      </Source>

      <Source heading="Figures on special educational needs">
        <p>Ofsted and DfE figures: OGL.</p>
        <p className="soft">Kept to show the official figures of a council beside what families say.</p>
      </Source>

      <h2 id="placing">How a postcode is placed</h2>
      <p>
        We hold 2.6 million postcodes of Great Britain. Each gives one ward, council and constituency, by the
        middle of the postcode’s area. On a border a few homes belong to the other side.
      </p>
      <ul>
        <li>
          In nine of ten postcodes of a county we also know the county division. Where lines are near or new
          we count it as not known: in Essex, Suffolk and Norfolk, and in most of Oxfordshire and
          Gloucestershire.
        </li>
        <li>
          Where wards were redrawn in 2025 we may know the council and constituency but not the ward. We ask
          you.
        </li>
        <li>
          Postcodes of Northern Ireland are not open data. We ask for your council and constituency instead.
        </li>
        <li>
          Postcodes of the forces (BFPO), the Crown dependencies and overseas territories are counted under
          their own names. A postcode newer than our list is counted as “not placed” until the list is
          renewed.
        </li>
      </ul>

      <h2 id="not-shown">What is not shown</h2>
      <p>
        A place is left out with the words “not shown: fewer than five, or needed to protect a place with
        fewer than five”. A number below five could point to a person. If only one place of a county were left
        out, its number could be worked out from the rest, so we leave out a second.
      </p>

      <h2 id="open">Our numbers as data</h2>
      <p>
        Every number that a page shows is there for programs too, for any site and without a key. Put{" "}
        <code>.json</code> after the address of a petition or an open letter; <code>/count.json</code> is its
        number alone, <code>/history.csv</code> how it grew. Lists: <code>/petitions.json</code> and{" "}
        <code>/letters.json</code>.
      </p>
      <h2 id="told">Who was told, as data</h2>
      <p>
        <code>/told.csv</code> and <code>/told.json</code> after the address of a petition or an open letter
        have a row for each representative, in the order of the page “Who has been told”; what narrows the
        page (<code>level</code>, <code>council</code>, <code>fate</code>, <code>answer</code>) narrows them
        too. The CSV has all rows. The JSON has 500 a page (<code>page</code>, and <code>links</code> to the
        next one); there the <code>id</code> stands beside the others. Cells that could be taken for a formula
        begin with an apostrophe.
      </p>
      <ToldColumns />

      <h2>Something wrong?</h2>
      <p>
        If a name, an address or a border is out of date, <Contact to={operatorContact}>tell us</Contact>.
      </p>
    </Prose>
  );
}

function Source({ heading, children }: { heading: string; children: ReactNode }): ReactElement {
  return (
    <section>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}
