import type { ReactElement, ReactNode } from "react";

interface SendElsewhereProps {
  nation: string;
  /** Whoever runs schools, where it is not this council. */
  county?: { name: string; href: string };
}

/** Who looks after special needs where this council has no English figures, and what it is called there. */
export function SendElsewhere({ nation, county }: SendElsewhereProps): ReactElement {
  return (
    <section className="card" aria-labelledby="special-needs">
      <h2 id="special-needs">{county === undefined ? "Special needs here" : "Schools and special needs"}</h2>
      {county === undefined ? (
        words(nation)
      ) : (
        <p>
          Schools and special educational needs are run by <a href={county.href}>{county.name}</a>. Its page
          has the official figures.
        </p>
      )}
    </section>
  );
}

function words(nation: string): ReactNode {
  switch (nation) {
    case "Wales":
      return (
        <p>
          Wales has additional learning needs (ALN): a child who needs more help has an individual development
          plan, kept by the school or the council. It is another law than England’s, counted in another way,
          so no English figures stand here.
        </p>
      );
    case "Scotland":
      return (
        <p>
          Scotland has additional support needs (ASN): the council must give the support, and some children
          have a co-ordinated support plan. It is another law than England’s, counted in another way, so no
          English figures stand here.
        </p>
      );
    case "Northern Ireland":
      return (
        <p>
          In Northern Ireland no council runs schools. The Education Authority does, for all of Northern
          Ireland: it assesses children and keeps statements of special educational needs. No English figures
          stand here.
        </p>
      );
    default:
      return <p>No official figures are known for this council.</p>;
  }
}
