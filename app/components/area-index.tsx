import type { ReactElement } from "react";

/** One area of a long list. */
export interface IndexEntry {
  gssCode: string;
  name: string;
  href: string;
  /** Who speaks for it, or nothing. */
  detail?: string;
}

/** Areas of one kind in one region. */
export interface IndexGroup {
  nation: string;
  region: string;
  /** "County councils"; blank where all are of one kind. */
  kind: string;
  /** What they do, in a sentence. */
  does: string;
  entries: IndexEntry[];
}

/** All areas on one page: by nation, region and kind. */
export function AreaIndex({ groups }: { groups: readonly IndexGroup[] }): ReactElement {
  const nations = [...new Set(groups.map((group) => group.nation))];
  return (
    <>
      {nations.map((nation) => {
        const ours = groups.filter((group) => group.nation === nation);
        const regions = [...new Set(ours.map((group) => group.region))];
        return (
          <section key={nation}>
            <h2>{nation}</h2>
            {regions.map((region) => (
              <section key={region}>
                {region === nation ? null : <h3>{region}</h3>}
                {ours
                  .filter((group) => group.region === region)
                  .map((group) => (
                    <IndexList key={group.kind} group={group} />
                  ))}
              </section>
            ))}
          </section>
        );
      })}
    </>
  );
}

function IndexList({ group: { kind, does, entries } }: { group: IndexGroup }): ReactElement {
  return (
    <>
      {kind === "" ? null : (
        <p className="area-kind">
          <b>{kind}</b>
          {does === "" ? "" : `: each ${does}.`}
        </p>
      )}
      <ul className="area-links plain-list">
        {entries.map(({ gssCode, name, href, detail }) => (
          <li key={gssCode}>
            <a href={href}>{name}</a>
            {detail === undefined ? null : <span className="detail">{detail}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Links to areas, side by side where there is room. */
export function AreaLinks({ entries }: { entries: readonly IndexEntry[] }): ReactElement {
  return <IndexList group={{ nation: "", region: "", kind: "", does: "", entries: [...entries] }} />;
}
