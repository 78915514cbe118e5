import type { ReactElement } from "react";
import { percent } from "#app/domain/area/send-words.ts";
import type { ComparedCouncil, CompareKey, CompareOrder } from "#app/domain/story/compare.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { figure } from "./format.ts";
import { AS } from "./told-table.tsx";

const COLUMNS: { key: CompareKey; head: string }[] = [
  { key: "name", head: "Council" },
  { key: "families", head: "Families who told us" },
  { key: "rate", head: "Of those who told us, for every 1,000 children with a plan" },
  { key: "months", head: "Months without a full school place, together" },
  { key: "in_time", head: "Plans in 20 weeks" },
  { key: "appeals", head: "Appeals for every 100 decisions" },
];

interface EvidenceCompareProps {
  councils: readonly ComparedCouncil[];
  order: CompareOrder;
}

/** Councils side by side: what families told, beside what officials publish. Cards on a phone. */
export function EvidenceCompare({ councils, order }: EvidenceCompareProps): ReactElement {
  return (
    <>
      <form className="search" method="get">
        <Choice
          name="sort"
          label="Sort by"
          options={COLUMNS.map(({ key, head }) => ({ value: key, label: head }))}
          value={order.by}
        />
        <Choice
          name="turned"
          label="Order"
          options={[
            { value: "0", label: "Largest first; names from A" },
            { value: "1", label: "Smallest first; names from Z" },
          ]}
          value={order.isTurned ? "1" : "0"}
        />
        <Button tone="quiet">Sort</Button>
      </form>
      <table {...AS.table} className="told compare">
        <caption className="hidden">
          Councils that run education: what families told and what officials publish
        </caption>
        <thead {...AS.rows}>
          <tr {...AS.row}>
            {COLUMNS.map(({ key, head }) => (
              <th
                key={key}
                {...AS.head}
                className={key === "name" ? undefined : "figure"}
                aria-sort={key === order.by ? directionOf(order) : undefined}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...AS.rows}>
          {councils.map((council) => (
            <Row key={council.gssCode} council={council} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ council }: { council: ComparedCouncil }): ReactElement {
  const { slug, shortName, told, inTime, appeals } = council;
  const { perThousand, monthsOut } = told ?? {};
  return (
    <tr {...AS.row}>
      <th {...AS.rowHead}>
        <a href={`/councils/${slug}/stories`}>{shortName}</a>
      </th>
      {told === undefined ? (
        <td {...AS.cell} className="soft" colSpan={3}>
          <span className="phone">Families who told us: </span>fewer than 10, or not yet shown
        </td>
      ) : (
        <>
          <Cell before="Families who told us: " words={figure(told.familyCount)} />
          <Cell
            before="for every 1,000 children with a plan: "
            words={perThousand === undefined ? undefined : perThousand.toFixed(1)}
          />
          <Cell
            before="months without a full school place, together: "
            words={monthsOut === undefined ? undefined : `about ${figure(monthsOut)}`}
          />
        </>
      )}
      <Cell
        before="plans in 20 weeks: "
        words={inTime && percent(inTime.share)}
        after={inTime && ` in ${inTime.year}`}
      />
      <Cell
        before="appeals for every 100 decisions: "
        words={appeals?.rate.toFixed(1)}
        after={appeals && ` in ${appeals.year}`}
      />
    </tr>
  );
}

interface CellProps {
  /** Said on a phone, where the heads are not seen. */
  before: string;
  words: string | undefined;
  after?: string | undefined;
}

function Cell({ before, words, after }: CellProps): ReactElement {
  if (words === undefined)
    return (
      <td {...AS.cell} className="figure blank">
        –
      </td>
    );
  return (
    <td {...AS.cell} className="figure">
      <span className="phone">{before}</span>
      {words}
      {after === undefined ? null : <span className="small soft">{after}</span>}
    </td>
  );
}

/** Names go up from A; numbers go down from the largest. */
function directionOf({ by, isTurned }: CompareOrder): "ascending" | "descending" {
  return (by === "name") === isTurned ? "descending" : "ascending";
}
