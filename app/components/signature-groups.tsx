import type { ReactElement } from "react";
import type { Groups } from "#app/domain/signature/unusual-groups.server.ts";
import { CLIENT_HASH_DAYS, UNUSUAL_GROUP, UNUSUAL_TIMES } from "#app/policy.ts";
import { counted, figure } from "./format.ts";
import { dayAndTime } from "./moderate-words.ts";

const HOUR = 3_600_000;

/** Unusually large groups of a campaign's signatures, each leading to what is known of it. */
export function SignatureGroups({ groups, page }: { groups: Groups; page: string }): ReactElement {
  const { networks, hours, lookedAt } = groups;
  return (
    <>
      <p className="detail">
        Looked at the newest {counted(lookedAt, "counted signature")}. A school, an office or a mobile network
        may share one address: look before you act.
      </p>
      <h2>From one network</h2>
      {networks.length === 0 ? (
        <p>
          No network has {UNUSUAL_GROUP} or more. Networks are known for {CLIENT_HASH_DAYS} days.
        </p>
      ) : (
        <ul className="queues plain-list">
          {networks.map(({ network, count, firstHour, lastHour }) => (
            <li key={network}>
              <div className="queue-head">
                <a href={`${page}?network=${network}`}>Network {network.slice(0, 6)}</a>
                <b>{figure(count)}</b>
              </div>
              <span className="detail">
                {dayAndTime(firstHour)} to {dayAndTime(lastHour + HOUR)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h2>Within one hour</h2>
      {hours.length === 0 ? (
        <p>
          No hour has {UNUSUAL_GROUP} or more and {UNUSUAL_TIMES} times as many as the usual one.
        </p>
      ) : (
        <ul className="queues plain-list">
          {hours.map(({ hour, count, networks: spread }) => (
            <li key={hour}>
              <div className="queue-head">
                <a href={`${page}?from=${hour}&until=${hour + HOUR}`}>{dayAndTime(hour)}, one hour</a>
                <b>{figure(count)}</b>
              </div>
              <span className="detail">From {counted(spread, "network")}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
